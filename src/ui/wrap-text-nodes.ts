import { createElement, Fragment, type ReactNode } from 'react'

export type Props = { children?: ReactNode; translate?: 'yes' | 'no' }

/**
 * Changes the children of an element so that page translators do no harm. They replace each text node with a `<font>`
 * element; when React then changes or removes its own node, the page shows the old text or crashes. If text is the only
 * child, it is safe, because React sets `textContent`; text beside anything else gets an element of its own. Why this
 * is done here and not by each component: docs/decisions/0028-text-apart.md.
 */
export function wrapTextNodes(type: unknown, props: Props): Props {
  if (type === Fragment) return { ...props, children: wrapTextRuns(props.children, 'span') }
  if (typeof type !== 'string') return props
  if (codeElements.has(type)) return { translate: 'no', ...props }
  const children = childrenOf(type, props.children)
  return children === props.children ? props : { ...props, children }
}

/** Never translated, so their text can stay as it is. */
const codeElements = new Set(['code', 'kbd', 'samp', 'pre'])

function childrenOf(type: string, children: ReactNode): ReactNode {
  if (!Array.isArray(children)) return children
  const all = children.flat(Number.POSITIVE_INFINITY)
  if (!all.some(isText)) return children
  if (all.every((child) => isText(child) || rendersNothing(child))) return all.filter(isText).join('')
  return wrapTextRuns(children, type === 'text' || type === 'tspan' ? 'tspan' : 'span')
}

/**
 * Puts each run of text into an element of its own, at the index of its first piece, so that its siblings keep their
 * indexes.
 */
function wrapTextRuns(children: ReactNode, element: 'span' | 'tspan'): ReactNode {
  if (isText(children)) return wrapText(String(children), element)
  if (!Array.isArray(children)) return children
  return children.map((child, at) => {
    if (Array.isArray(child)) return wrapTextRuns(child, element)
    if (!isText(child)) return child
    if (at > 0 && isText(children[at - 1])) return null
    return wrapText(textRunAt(children, at), element, `text ${at}`)
  })
}

/**
 * Leading and trailing spaces stay outside: between elements they are not translated, whereas as elements they would be
 * items of a flex row; and accessible names may lose spaces at the edges of an element.
 */
function wrapText(text: string, element: 'span' | 'tspan', key?: string): ReactNode {
  const trimmed = text.trim()
  if (trimmed === '') return text
  const wrapped = createElement(element, { key: key ?? 'text' }, trimmed)
  if (trimmed === text) return wrapped
  const start = text.indexOf(trimmed)
  return [text.slice(0, start), wrapped, text.slice(start + trimmed.length)]
}

function textRunAt(children: ReactNode[], start: number): string {
  const end = children.findIndex((child, at) => at > start && !isText(child))
  return children.slice(start, end < 0 ? undefined : end).join('')
}

function isText(child: ReactNode): child is string | number | bigint {
  return ['string', 'number', 'bigint'].includes(typeof child)
}

function rendersNothing(child: ReactNode): boolean {
  return child === null || child === undefined || typeof child === 'boolean'
}

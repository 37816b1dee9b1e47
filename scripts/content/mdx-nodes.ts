import type { Nodes } from 'mdast'
import type { MdxJsxFlowElement, MdxJsxFlowElementHast, MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import { visit } from 'unist-util-visit'
import { type DepthRole, depthRoles } from './allowed-components.ts'

export type JsxElement = MdxJsxFlowElement | MdxJsxTextElement

export function isJsxElement(node: Nodes): node is JsxElement {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
}

/** The line of the file on which a node starts. */
export function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1
}

export function attribute(node: JsxElement | MdxJsxFlowElementHast, name: string): string | undefined {
  const found = node.attributes.find((given) => given.type === 'mdxJsxAttribute' && given.name === name)
  return typeof found?.value === 'string' ? found.value : undefined
}

/** The depth that a `<For>` contains. */
export function depthRoleOf(node: JsxElement): DepthRole | undefined {
  return node.name === 'For' ? depthRoles.find((role) => role === attribute(node, 'role')) : undefined
}

/** The text of a node without markup; code is unchanged. */
export function plainText(node: Nodes): string {
  let text = ''
  visit(node, (inner) => {
    if (inner.type === 'text' || inner.type === 'inlineCode') text += inner.value
    if (inner.type === 'code') text += `${inner.value}\n`
  })
  return text.trim()
}

/** Inline nodes; all others start a new line. */
const inline = ['text', 'inlineCode', 'emphasis', 'strong', 'delete', 'link', 'linkReference']

/**
 * The text of a node with single spaces: cells and list items do not run together, and words with markup inside stay
 * whole.
 */
export function spacedText(node: Nodes, shouldInclude: (node: Nodes) => boolean = () => true): string {
  let text = ''
  visit(node, (inner) => {
    if (!inline.includes(inner.type)) text += ' '
    const containsText = inner.type === 'text' || inner.type === 'inlineCode' || inner.type === 'code'
    if (containsText && shouldInclude(inner)) text += inner.value
  })
  return text.replace(/\s+/g, ' ').trim()
}

import type { Element, ElementContent, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { attribute } from './mdx-nodes.ts'
import { element, text } from './rehype-unbroken-options.ts'

/**
 * A rehype plugin: turns the list in `<CommandParts>` into a definition list of the command’s parts and their meanings.
 * Each part is a radio button, so that it can be reached by keyboard and a screen reader reads its meaning with it. The
 * style sheet puts the parts on one line and marks the meaning of the selected part; the page needs no code for it.
 */
export function rehypeCommandParts(tree: Root): void {
  let count = 0
  visit(tree, 'mdxJsxFlowElement', (node, index, parent) => {
    if (node.name !== 'CommandParts' || index === undefined || !parent) return
    count += 1
    const list = node.children.find((child) => child.type === 'element')
    const items = list ? childElements(list).filter(({ tagName }) => tagName === 'li') : []
    const parts = items.map((item, index) => toPart(item, `command-${count}`, index + 1))
    const legend = element('legend', text(attribute(node, 'caption') ?? ''))
    const fieldset = element('fieldset', legend, element('dl', ...parts))
    fieldset.properties.className = ['command-parts']
    parent.children[index] = fieldset
  })
}

function toPart(item: Element, group: string, number: number): Element {
  const [code, ...meaning] = contentOf(item)
  const id = `${group}-${number}`
  const input = element('input')
  input.properties = { type: 'radio', name: group, ariaDescribedBy: [id] }
  const definition = element('dd', element('span', ...meaning))
  definition.properties = { id, dataPart: code ? textOf(code) : '' }
  return element(
    'div',
    element('dt', element('label', input, ...(code ? [code] : []))),
    text('\n'),
    definition,
  )
}

/** In a loose list, the contents of each item are in a paragraph. */
function contentOf(item: Element): ElementContent[] {
  const paragraph = childElements(item).find(({ tagName }) => tagName === 'p')
  return (paragraph ?? item).children.filter((child) => child.type !== 'text' || child.value !== '\n')
}

function childElements({ children }: { children: ElementContent[] }): Element[] {
  return children.filter((child) => child.type === 'element')
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map((child) => textOf(child as ElementContent)).join('') : ''
}

import type { Element, ElementContent, Root } from 'hast'
import { visit } from 'unist-util-visit'

/** A rehype plugin: keeps options whole in inline code. Code blocks scroll instead of wrapping. */
export function rehypeUnbrokenOptions(tree: Root): void {
  visit(tree, 'element', (node, _index, parent) => {
    const isInText = node.tagName === 'code' && !(parent?.type === 'element' && parent.tagName === 'pre')
    if (!isInText) return
    node.children = node.children.flatMap((child) =>
      child.type === 'text' ? unbrokenOptions(child.value) : child,
    )
  })
}

/**
 * A command with each option in an element of its own, which styles/base.css keeps on one line. React components split
 * their texts in the same way (ui/split-at-options.ts; neither may import the other, and a test compares them).
 */
export function unbrokenOptions(command: string): ElementContent[] {
  return command
    .split(/((?<!\S)--?\w[\w-]{0,24}(?![\w-]))/)
    .map((piece, index) => (index % 2 === 1 ? element('span', text(piece)) : text(piece)))
}

export function element(tagName: string, ...children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children }
}

export function text(value: string): ElementContent {
  return { type: 'text', value }
}

import type { Root } from 'hast'
import { visit } from 'unist-util-visit'

const codeElements = ['code', 'kbd', 'samp', 'pre']

/** A rehype plugin: excludes code from page translation, as `src/ui/wrap-text-nodes.ts` does for React components. */
export function rehypeUntranslatedCode(tree: Root): void {
  visit(tree, 'element', (node) => {
    if (codeElements.includes(node.tagName)) node.properties.translate = 'no'
  })
}

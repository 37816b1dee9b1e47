import type { Root } from 'hast'
import { visit } from 'unist-util-visit'

const codeElements = ['code', 'kbd', 'samp', 'pre']

/** A rehype plugin: page translators leave code as it is, as `src/ui/text-apart.ts` has it in the page's own texts. */
export function rehypeUntranslatedCode(tree: Root): void {
  visit(tree, 'element', (node) => {
    if (codeElements.includes(node.tagName)) node.properties.translate = 'no'
  })
}

import type { Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'

/**
 * A rehype plugin: a number and its unit stay on one line, as in “30 GB”. Code keeps its spaces, because readers
 * copy it.
 */
export function rehypeUnbrokenUnits(tree: Root): void {
  visit(tree, (node) => {
    if (node.type === 'element' && (node.tagName === 'code' || node.tagName === 'pre')) return SKIP
    if (node.type === 'text') node.value = withUnbrokenUnits(node.value)
    return undefined
  })
}

/** Only symbols: a unit that is a word, such as “seconds”, may start a line. */
export function withUnbrokenUnits(text: string): string {
  return text.replace(/(?<=\d) (?=(?:[kKMGT]i?B(?:\/s)?|[kMG]bit\/s|[munµ]?s|[kMG]?Hz)(?![\w/]))/g, '\u00a0')
}

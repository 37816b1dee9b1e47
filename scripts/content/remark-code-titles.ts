import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'

/** A remark plugin: passes the `file=` of a fence on to the page, as `data-file` of the code element. */
export function remarkCodeTitles(tree: Root): void {
  visit(tree, 'code', (node) => {
    const file = /\bfile=(\S+)/.exec(node.meta ?? '')?.[1]
    if (file) node.data = { ...node.data, hProperties: { 'data-file': file } }
  })
}

import type { Nodes, Root } from 'hast'
import { visit } from 'unist-util-visit'

/** A rehype plugin that names each table by its columns, so that screen readers can distinguish them. */
export function rehypeTableNames(tree: Root): void {
  visit(tree, 'element', (table) => {
    if (table.tagName !== 'table') return
    const columns: string[] = []
    visit(table, 'element', (cell) => {
      if (cell.tagName === 'th') columns.push(textOf(cell).trim())
    })
    table.properties.ariaLabel = `Table: ${columns.filter(Boolean).join(', ')}`
  })
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

import type { Root } from 'mdast'
import { depthRoleOf, spacedText } from './mdx-nodes.ts'

/** Words of prose in each depth; text outside of depths counts only in `all`. */
export type WordCount = { all: number; beginner: number; practitioner: number }

/** Counts words of prose: expandable notes count, code blocks do not. */
export function countWords(tree: Root): WordCount {
  const words = { all: 0, beginner: 0, practitioner: 0 }
  for (const node of tree.children) {
    if (node.type === 'yaml') continue
    const prose = spacedText(node, (inner) => inner.type !== 'code')
    const count = prose.split(' ').filter(Boolean).length
    words.all += count
    const role = node.type === 'mdxJsxFlowElement' ? depthRoleOf(node) : undefined
    if (role) words[role] += count
  }
  return words
}

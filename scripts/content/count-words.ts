import type { Root } from 'mdast'
import { depthRoleOf, spacedText } from './mdx-nodes.ts'

/** Words of prose for each depth; text outside any depth counts for none. */
export type WordCount = { all: number; beginner: number; practitioner: number }

/** Counts what an author wrote as sentences: code blocks do not count as words, expandable notes do. */
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

import GithubSlugger from 'github-slugger'
import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { attribute, plainText } from './mdx-nodes.ts'

/**
 * Sets the anchor of every heading and note before anything else reads the tree, so that the page, the table of contents and
 * the link checker agree.
 */
export function setAnchors(tree: Root): void {
  const slugger = new GithubSlugger()
  visit(tree, (node) => {
    if (node.type === 'heading') {
      node.data = { ...node.data, hProperties: { id: slugger.slug(plainText(node)) } }
    }
    if (node.type === 'mdxJsxFlowElement' && node.name === 'Note') {
      const title = attribute(node, 'title')
      if (title && !attribute(node, 'id')) {
        node.attributes.push({ type: 'mdxJsxAttribute', name: 'id', value: slugger.slug(`note-${title}`) })
      }
    }
  })
}

/** The anchor that `setAnchors` set on a heading. */
export function anchorOf(node: Nodes): string | undefined {
  // The type of `data` is open; `setAnchors` wrote this part of it.
  return (node.data as { hProperties?: { id?: string } } | undefined)?.hProperties?.id
}

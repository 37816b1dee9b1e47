import type { Nodes } from 'mdast'
import type { DepthRole } from './allowed-components.ts'
import { anchorOf } from './heading-anchors.ts'
import { attribute, isJsxElement, type JsxElement, plainText, spacedText } from './mdx-nodes.ts'

/** A section of text that a search result can link to. */
export type Section = {
  kind: 'section' | 'note'
  /** The heading or the note's title; empty for text before the first heading. */
  heading: string
  slug: string
  role?: DepthRole
  /** Without commands, which have search entries of their own. */
  text: string
}

type NodeContext = { role?: DepthRole; note?: string }

/** Adds the text of a node to the section that contains it; called for every node in reading order. */
export function appendSectionText(sections: Section[], node: Nodes, context: NodeContext): void {
  if (node.type === 'heading') {
    open(sections, 'section', plainText(node), anchorOf(node) ?? '', context)
  } else if (isJsxElement(node) && node.name === 'Note') {
    open(sections, 'note', attribute(node, 'title') ?? '', attribute(node, 'id') ?? '', context)
  } else if (isJsxElement(node)) {
    append(sections, titleOf(node), context)
  } else if (isTextBlock(node)) {
    append(
      sections,
      spacedText(node, (inner) => inner.type !== 'code' || inner.lang !== 'bash'),
      context,
    )
  }
}

/** Blocks whose text is added as a whole; their children are then skipped. */
function isTextBlock(node: Nodes): boolean {
  return node.type === 'paragraph' || node.type === 'table' || node.type === 'code'
}

/** The text that a component has in an attribute. */
function titleOf(node: JsxElement): string {
  const names = { Myth: 'belief', Compare: 'caption', Pitfall: 'title', Predict: 'question' }
  const [, name] = Object.entries(names).find(([component]) => component === node.name) ?? []
  return (name && attribute(node, name)) ?? ''
}

function open(
  sections: Section[],
  kind: Section['kind'],
  heading: string,
  slug: string,
  { role }: NodeContext,
): void {
  sections.push({ kind, heading, slug, text: '', ...(role && { role }) })
}

function append(sections: Section[], text: string, context: NodeContext): void {
  if (!text) return
  // Text after a note belongs to the section that contains the note.
  const found = context.note
    ? sections.findLast((section) => section.slug === context.note)
    : sections.findLast((section) => section.kind === 'section')
  const section = found ?? openSection(sections, context)
  section.text = section.text ? `${section.text} ${text}` : text
}

function openSection(sections: Section[], context: NodeContext): Section {
  const section: Section = {
    kind: 'section',
    heading: '',
    slug: '',
    text: '',
    ...(context.role && { role: context.role }),
  }
  sections.push(section)
  return section
}

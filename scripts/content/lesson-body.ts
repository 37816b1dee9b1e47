import type { Nodes, Root } from 'mdast'
import type { Heading } from '#domain/catalog/lesson.ts'
import type { DepthRole } from './allowed-components.ts'
import { componentProblems } from './component-rules.ts'
import { countWords, type WordCount } from './count-words.ts'
import { type Fence, parseFence } from './fences/fence.ts'
import { anchorOf, setAnchors } from './heading-anchors.ts'
import { attribute, depthRoleOf, isJsxElement, type JsxElement, lineOf, plainText } from './mdx-nodes.ts'
import { mdxProcessor } from './mdx-processor.ts'
import { predictionProblems } from './prediction-rules.ts'
import { formatFound, type Problem } from './problem.ts'
import { appendSectionText, type Section } from './section-text.ts'

export type { Fence } from './fences/fence.ts'

const depthPartNames = ['For', 'Myth', 'Recap', 'Check'] as const

/** A figure, or a mark in the text at which it changes its state. */
export type FigureUse = {
  kind: 'figure' | 'mark'
  id: string
  state: string | undefined
  line: number
  role: DepthRole | undefined
  /** Whether it is in a note or in the answer to a prediction, which are closed at first. */
  isCollapsed: boolean
}

/** What the rest of the course needs to know about the text of a lesson. */
export type LessonBody = {
  frontMatter: { text: string; line: number } | undefined
  headings: (Heading & { line: number })[]
  notes: { slug: string; title: string; line: number }[]
  links: { url: string; line: number }[]
  fences: Fence[]
  quickChecks: { items: string[]; line: number; role: DepthRole | undefined }[]
  /** Each depth, and the parts that must be inside one. */
  depthParts: { name: (typeof depthPartNames)[number]; line: number; role: DepthRole | undefined }[]
  figures: FigureUse[]
  /** Where recordings are shown, with the anchor of the note or heading above each. */
  terminals: { id: string; line: number; anchor: string }[]
  words: WordCount
  /** How often each component is used. */
  components: Record<string, number>
  /** The plain text under each heading and in each note, for search. */
  sections: Section[]
}

/** Parses a text and checks it. `tree` is undefined if it does not parse; `problems` says why. */
export function readLessonBody(
  file: string,
  text: string,
): { body: LessonBody; tree: Root | undefined; problems: Problem[] } {
  const problems: Problem[] = []
  const body: LessonBody = {
    frontMatter: undefined,
    headings: [],
    notes: [],
    links: [],
    fences: [],
    quickChecks: [],
    depthParts: [],
    figures: [],
    terminals: [],
    words: { all: 0, beginner: 0, practitioner: 0 },
    components: {},
    sections: [],
  }
  const tree = parse(file, text, problems)
  if (!tree) return { body, tree, problems }
  setAnchors(tree)
  body.words = countWords(tree)
  collectNode(tree, {}, body, file, problems)
  return { body, tree, problems }
}

function parse(file: string, text: string, problems: Problem[]): Root | undefined {
  try {
    return mdxProcessor.parse(text)
  } catch (error) {
    // remark-mdx throws a VFileMessage; if the text ends too early, only the message contains the line.
    const message = error as { line?: number; reason?: string; message: string }
    const found = message.reason ?? message.message
    const line = message.line ?? Number(/\((\d+):\d+/.exec(found)?.[1] ?? 1)
    problems.push({ file, line, expected: 'valid MDX', found })
    return undefined
  }
}

/** The elements that contain a node. */
type NodeContext = { role?: DepthRole; note?: string; isCollapsed?: boolean }

function collectNode(
  node: Nodes,
  context: NodeContext,
  body: LessonBody,
  file: string,
  problems: Problem[],
): void {
  const report = (expected: string, found: string) =>
    problems.push({ file, line: lineOf(node), expected, found })
  appendSectionText(body.sections, node, context)
  switch (node.type) {
    case 'yaml':
      body.frontMatter = { text: node.value, line: lineOf(node) + 1 }
      return
    case 'mdxjsEsm':
      report('text and components only', `JavaScript: ${formatFound(node.value)}`)
      return
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      report('no expressions in braces; write \\{ for a brace', formatFound(`{${node.value}}`))
      return
    case 'image':
    case 'imageReference':
      report('a figure: <Figure id="…" />', `the image ${formatFound(node.alt ?? '')}`)
      return
    case 'html':
      report('Markdown and the course’s components', formatFound(node.value))
      return
    case 'code':
      body.fences.push(parseFence(node, anchorOfContext(context, body)))
      return
    case 'heading': {
      const slug = anchorOf(node)
      if (node.depth !== 2 && node.depth !== 3) {
        report('a heading of level 2 or 3; level 1 is the title', `level ${node.depth}`)
      } else if (slug) {
        const { depth } = node
        const { role } = context
        body.headings.push({ depth, slug, text: plainText(node), line: lineOf(node), ...(role && { role }) })
      }
      break
    }
    case 'link':
    case 'definition':
      body.links.push({ url: node.url, line: lineOf(node) })
      break
  }
  if (isJsxElement(node)) {
    problems.push(...componentProblems(file, node))
    if (node.name === 'Predict') problems.push(...predictionProblems(file, node))
    collectComponent(node, context, body)
  }
  const inner = isJsxElement(node) ? contextInside(node, context) : context
  if ('children' in node) for (const child of node.children) collectNode(child, inner, body, file, problems)
}

function contextInside(node: JsxElement, context: NodeContext): NodeContext {
  const role = depthRoleOf(node) ?? context.role
  const note = (node.name === 'Note' ? attribute(node, 'id') : undefined) ?? context.note
  const isCollapsed = node.name === 'Note' || node.name === 'Predict' || context.isCollapsed === true
  return { ...(role && { role }), ...(note && { note }), isCollapsed }
}

function collectComponent(node: JsxElement, context: NodeContext, body: LessonBody): void {
  const name = node.name ?? ''
  const line = lineOf(node)
  body.components[name] = (body.components[name] ?? 0) + 1
  if (name === 'Note') {
    body.notes.push({ slug: attribute(node, 'id') ?? '', title: attribute(node, 'title') ?? '', line })
  }
  if (name === 'Check') {
    const items = (attribute(node, 'items') ?? '').split(/\s+/).filter(Boolean)
    body.quickChecks.push({ items, line, role: context.role })
  }
  const part = depthPartNames.find((each) => each === name)
  if (part) body.depthParts.push({ name: part, line, role: depthRoleOf(node) ?? context.role })
  const id = attribute(node, 'id') ?? ''
  const state = attribute(node, 'state')
  const { role, isCollapsed = false } = context
  if (name === 'Figure') body.figures.push({ kind: 'figure', id, state, line, role, isCollapsed })
  if (name === 'FigureState') body.figures.push({ kind: 'mark', id, state, line, role, isCollapsed })
  if (name === 'Terminal') body.terminals.push({ id, line, anchor: anchorOfContext(context, body) })
}

/** The anchor of the note or heading that contains this node. */
function anchorOfContext(context: NodeContext, body: LessonBody): string {
  return context.note ?? body.headings.at(-1)?.slug ?? ''
}

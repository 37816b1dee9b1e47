import GithubSlugger from 'github-slugger'
import type { Code, Nodes, Root } from 'mdast'
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import type { Heading } from '#domain/catalogue/lesson.ts'
import { excerpt, type Problem } from './problem.ts'
import { depthRoles, vocabulary } from './vocabulary.ts'

type JsxElement = MdxJsxFlowElement | MdxJsxTextElement

/** A code fence and what its info string says of it. */
export type Fence = { language: string; meta: Record<string, string>; text: string; line: number }

/** What the rest of the course needs to know about the text of a lesson. */
export type LessonBody = {
  frontMatter: { text: string; line: number } | undefined
  headings: Heading[]
  notes: { slug: string; title: string }[]
  links: { url: string; line: number }[]
  fences: Fence[]
  checks: { items: string[]; line: number }[]
  figures: { id: string; line: number }[]
  /** Words of prose for each depth; text outside any depth counts for none. */
  words: { all: number; beginner: number; practitioner: number }
  /** How often each component is used. */
  components: Record<string, number>
  /** The plain text under each heading, for search. */
  sections: { heading: string; slug: string; text: string }[]
}

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkMdx)

export function readLessonBody(file: string, text: string): { body: LessonBody; problems: Problem[] } {
  const problems: Problem[] = []
  const body: LessonBody = {
    frontMatter: undefined,
    headings: [],
    notes: [],
    links: [],
    fences: [],
    checks: [],
    figures: [],
    words: { all: 0, beginner: 0, practitioner: 0 },
    components: {},
    sections: [],
  }
  const tree = parse(file, text, problems)
  if (!tree) return { body, problems }

  nameAnchors(tree)
  const refuse = (node: Nodes, expected: string, found: string) =>
    problems.push({ file, line: node.position?.start.line ?? 1, expected, found })

  visit(tree, (node, _index, parent) => {
    switch (node.type) {
      case 'yaml':
        body.frontMatter = { text: node.value, line: (node.position?.start.line ?? 1) + 1 }
        return SKIP
      case 'mdxjsEsm':
        refuse(node, 'text and components only', `JavaScript: ${excerpt(node.value)}`)
        return SKIP
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        refuse(node, 'no expressions in braces; write \\{ for a brace', excerpt(`{${node.value}}`))
        return SKIP
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        problems.push(...componentProblems(file, node))
        collectComponent(node, body)
        return undefined
      case 'heading': {
        const slug = anchorOf(node)
        if (node.depth !== 2 && node.depth !== 3) {
          refuse(node, 'a heading of level 2 or 3; level 1 is the title', `level ${node.depth}`)
        } else if (slug) {
          const role = parent?.type === 'mdxJsxFlowElement' ? depthRoleOf(parent) : undefined
          body.headings.push({ depth: node.depth, slug, text: plainText(node), ...(role && { role }) })
        }
        return undefined
      }
      case 'link':
      case 'definition':
        body.links.push({ url: node.url, line: node.position?.start.line ?? 1 })
        return undefined
      case 'image':
        refuse(node, 'a figure: <Figure id="…" />', `the picture ${excerpt(node.url)}`)
        return SKIP
      case 'html':
        refuse(node, 'Markdown and the course’s components', excerpt(node.value))
        return SKIP
      case 'code':
        body.fences.push(fenceOf(node))
        if (!node.lang)
          refuse(node, 'a code fence with its language (text where there is none)', 'a fence without one')
        return undefined
      default:
        return undefined
    }
  })
  countWords(tree, body)
  body.sections = sectionsOf(tree)
  return { body, problems }
}

function parse(file: string, text: string, problems: Problem[]): Root | undefined {
  try {
    return parser.parse(text)
  } catch (error) {
    // remark-mdx throws a VFileMessage that knows its place.
    const message = error as { line?: number; reason?: string; message: string }
    problems.push({
      file,
      line: message.line ?? 1,
      expected: 'valid MDX',
      found: message.reason ?? message.message,
    })
    return undefined
  }
}

/**
 * A remark plugin and a step of the checks: gives every heading and every note its anchor, once,
 * so that the page, the table of contents and the link checker cannot disagree.
 */
export function nameAnchors(tree: Root): void {
  const slugger = new GithubSlugger()
  visit(tree, (node) => {
    if (node.type === 'heading') {
      node.data = { ...node.data, hProperties: { id: slugger.slug(plainText(node)) } }
    }
    if (node.type === 'mdxJsxFlowElement' && node.name === 'Note') {
      const title = attribute(node, 'title')
      if (title)
        node.attributes.push({ type: 'mdxJsxAttribute', name: 'id', value: slugger.slug(`note-${title}`) })
    }
  })
}

function anchorOf(node: Nodes): string | undefined {
  const id = (node.data as { hProperties?: { id?: string } } | undefined)?.hProperties?.id
  return id
}

function collectComponent(node: JsxElement, body: LessonBody): void {
  const name = node.name ?? ''
  const line = node.position?.start.line ?? 1
  body.components[name] = (body.components[name] ?? 0) + 1
  if (name === 'Note') {
    body.notes.push({ slug: attribute(node, 'id') ?? '', title: attribute(node, 'title') ?? '' })
  }
  if (name === 'Check')
    body.checks.push({ items: (attribute(node, 'items') ?? '').split(/\s+/).filter(Boolean), line })
  if (name === 'Figure') body.figures.push({ id: attribute(node, 'id') ?? '', line })
}

function componentProblems(file: string, node: JsxElement): Problem[] {
  const line = node.position?.start.line ?? 1
  const name = node.name ?? ''
  const known = Object.entries(vocabulary).find(([component]) => component === name)?.[1]
  if (!known) {
    const expected = `one of ${Object.keys(vocabulary).join(', ')}`
    return [{ file, line, expected, found: `the component <${name}>` }]
  }
  const problems: Problem[] = []
  for (const given of node.attributes) {
    if (given.type === 'mdxJsxExpressionAttribute' || typeof given.value === 'object') {
      problems.push({ file, line, expected: `attributes of <${name}> as plain text`, found: 'an expression' })
    } else if (given.name !== 'id' && !(given.name in known)) {
      const expected = `attributes of <${name}>: ${Object.keys(known).join(', ') || 'none'}`
      problems.push({ file, line, expected, found: given.name })
    }
  }
  for (const [wanted, isRequired] of Object.entries(known)) {
    if (isRequired && !attribute(node, wanted)) {
      problems.push({ file, line, expected: `<${name} ${wanted}="…">`, found: 'nothing' })
    }
  }
  if (name === 'For' && !depthRoleOf(node)) {
    const expected = `<For role="${depthRoles.join('"> or <For role="')}"> (the manager’s depth is front matter)`
    problems.push({ file, line, expected, found: excerpt(attribute(node, 'role')) })
  }
  return problems
}

function attribute(node: JsxElement, name: string): string | undefined {
  const found = node.attributes.find((given) => given.type === 'mdxJsxAttribute' && given.name === name)
  return typeof found?.value === 'string' ? found.value : undefined
}

function depthRoleOf(node: JsxElement): 'beginner' | 'practitioner' | undefined {
  return node.name === 'For' ? depthRoles.find((role) => role === attribute(node, 'role')) : undefined
}

function fenceOf(node: Code): Fence {
  const meta: Record<string, string> = {}
  for (const [, key, quoted, bare] of (node.meta ?? '').matchAll(/([\w-]+)=(?:"([^"]*)"|(\S+))/g)) {
    if (key) meta[key] = quoted ?? bare ?? ''
  }
  return { language: node.lang ?? '', meta, text: node.value, line: node.position?.start.line ?? 1 }
}

/** Text of a node without markup; code keeps its letters. */
export function plainText(node: Nodes): string {
  let text = ''
  visit(node, (inner) => {
    if (inner.type === 'text' || inner.type === 'inlineCode' || inner.type === 'code')
      text += `${inner.value}${inner.type === 'code' ? '\n' : ''}`
  })
  return text.trim()
}

function countWords(tree: Root, body: LessonBody): void {
  for (const node of tree.children) {
    if (node.type === 'yaml') continue
    const count = prose(node).split(/\s+/).filter(Boolean).length
    body.words.all += count
    const role = node.type === 'mdxJsxFlowElement' ? depthRoleOf(node) : undefined
    if (role) body.words[role] += count
  }
}

/** Text an author wrote as sentences: code blocks do not count as words, expandable notes do. */
function prose(node: Nodes): string {
  const words: string[] = []
  visit(node, (inner) => {
    if (inner.type === 'text' || inner.type === 'inlineCode') words.push(inner.value)
  })
  return words.join(' ')
}

function sectionsOf(tree: Root): LessonBody['sections'] {
  const sections: LessonBody['sections'] = [{ heading: '', slug: '', text: '' }]
  const walk = (node: Nodes) => {
    if (node.type === 'yaml') return
    if (node.type === 'heading') {
      sections.push({ heading: plainText(node), slug: anchorOf(node) ?? '', text: '' })
      return
    }
    const isContainer = node.type === 'mdxJsxFlowElement'
    if (isContainer && node.name === 'Note') {
      sections.at(-1)!.text += `${attribute(node, 'title') ?? ''}. `
    }
    if (isContainer && node.name === 'Myth') sections.at(-1)!.text += `${attribute(node, 'belief') ?? ''} `
    if (isContainer || node.type === 'root') {
      for (const child of node.children) walk(child as Nodes)
      return
    }
    sections.at(-1)!.text += `${spaced(node)} `
  }
  walk(tree)
  return sections.filter((section) => section.heading || section.text.trim())
}

function spaced(node: Nodes): string {
  const parts: string[] = []
  visit(node, (inner) => {
    if (inner.type === 'text' || inner.type === 'inlineCode' || inner.type === 'code') parts.push(inner.value)
  })
  return parts.join(' ').replace(/\s+/g, ' ')
}

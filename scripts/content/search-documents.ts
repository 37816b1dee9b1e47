import type { Lesson } from '#domain/catalogue/lesson.ts'
import type { SearchDocument } from '#domain/search/document.ts'
import { typedCommands } from '#domain/session/session.ts'
import type { CompiledContent, Document } from './compile.ts'
import { commandsOf } from './fences/shell-commands.ts'

/** All that the course's search can find. */
export function searchDocuments({ catalogue, documents }: CompiledContent): SearchDocument[] {
  const pages = new Map(documents.map((document) => [document.owner, document]))
  return [
    ...catalogue.areas.map((area): SearchDocument => {
      const address = `/${area.slug}`
      const text = `${area.promise} ${area.summary}`
      return {
        id: `area:${area.id}`,
        kind: 'area',
        title: area.title,
        context: '',
        text: plain(text),
        address,
      }
    }),
    ...catalogue.lessons.flatMap((lesson) => {
      const area = catalogue.areas.find(({ slug }) => slug === lesson.area)?.title ?? ''
      const page = pages.get(lesson.id)
      return [
        lessonDocument(lesson, area),
        ...(page ? insideDocuments(page, lesson.title) : []),
        ...labDocuments(page, lesson),
      ]
    }),
    ...catalogue.primers.flatMap((primer): SearchDocument[] => {
      const { title, note } = primer
      const page = pages.get(primer.id)
      const address = `/start/${primer.slug}`
      const context = 'Before you start'
      const inside = page ? insideDocuments(page, title) : []
      return [
        { id: `primer:${primer.id}`, kind: 'primer', title, context, text: plain(note), address },
        ...inside.map(
          (found): SearchDocument => (found.kind === 'section' ? { ...found, kind: 'primer' } : found),
        ),
      ]
    }),
    ...catalogue.glossary.map(({ id, term, also, means }): SearchDocument => {
      const context = also?.join(', ') ?? ''
      return {
        id: `term:${id}`,
        kind: 'term',
        title: term,
        context,
        text: plain(means),
        address: `/glossary#${id}`,
      }
    }),
  ]
}

/** A lesson as a whole: what its front matter says of it, the manager's depth included. */
function lessonDocument(lesson: Lesson, area: string): SearchDocument {
  const { id, title, note, objectives, manager, tags } = lesson
  const decisions = [manager.decision, ...manager.when, ...manager.whenNot, manager.cost, manager.risk]
  const text = [note, ...objectives.map((objective) => objective.text), ...decisions, tags.join(' ')].join(
    ' ',
  )
  return {
    id: `lesson:${id}`,
    kind: 'lesson',
    title,
    context: area,
    text: plain(text),
    address: `/${lesson.area}/${lesson.slug}`,
  }
}

/** A lab: its goal, and what its steps say. Solutions are not told by a search. */
function labDocuments(page: Document | undefined, lesson: Lesson): SearchDocument[] {
  if (!page?.lab) return []
  const { id, title, goal, steps } = page.lab.value
  const text = [goal, ...steps.map((step) => step.text)].join(' ').replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
  return [
    { id: `lab:${id}`, kind: 'lab', title, context: lesson.title, text: plain(text), address: `/labs/${id}` },
  ]
}

/** The sections, the notes and the commands of a page. */
function insideDocuments(document: Document, title: string): SearchDocument[] {
  const { address, body, owner } = document
  const sections = body.sections.filter(({ slug }) => slug !== '')
  return [
    ...sections.map(
      ({ kind, heading, slug, text, role }): SearchDocument => ({
        id: `${kind}:${owner}#${slug}`,
        kind,
        title: plain(heading),
        context: title,
        text: plain(text),
        address: `${address}#${slug}`,
        ...(role && { role }),
      }),
    ),
    ...commands(document).map(
      ({ text, anchor }, index): SearchDocument => ({
        id: `command:${owner}:${index}`,
        kind: 'command',
        title: text,
        context: title,
        text: '',
        address: anchor ? `${address}#${anchor}` : address,
      }),
    ),
  ]
}

/** Steps of the shell itself, which nobody searches for. */
const shellWords =
  /^((cd|echo|exit|export|set|for|while|do|done|if|then|else|fi|case|esac)(?=\s|$)|[{}()]|\w+=\S*$)/

/** Each command of a page once, at its first place. */
function commands(document: Document): { text: string; anchor: string }[] {
  const found = shellTexts(document)
    .flatMap(({ text, anchor }) => commandsOf(text).map((command) => ({ text: command.text, anchor })))
    .filter(({ text }) => text.includes(' ') && !shellWords.test(text))
  return found.filter(({ text }, index) => found.findIndex((other) => other.text === text) === index)
}

/** What a reader can type: code fences and recorded sessions. */
function shellTexts({ body, sessions }: Document): { text: string; anchor: string }[] {
  const fences = body.fences.filter(({ language, meta }) => language === 'bash' && meta.expect !== 'error')
  const recorded = body.terminals.map(({ id, anchor }) => {
    const session = sessions?.sessions.find((candidate) => candidate.id === id)
    return { text: session ? typedCommands(session).join('\n') : '', anchor }
  })
  return [...fences, ...recorded]
}

/** Backticks mark code in texts; a result list shows none. */
function plain(text: string): string {
  return text.replaceAll('`', '').replace(/\s+/g, ' ').trim()
}

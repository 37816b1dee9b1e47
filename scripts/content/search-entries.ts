import type { Lesson } from '#domain/catalog/lesson.ts'
import { paths } from '#domain/paths.ts'
import { commandsToType } from '#domain/recording/recording-script.ts'
import type { SearchEntry } from '#domain/search/search-entry.ts'
import type { CompiledCourse, ContentPage } from './compile.ts'
import { commandsOf } from './fences/shell-commands.ts'

/** All entries of the course’s search. */
export function searchEntries({ catalog, pages }: CompiledCourse): SearchEntry[] {
  const pageById = new Map(pages.map((page) => [page.owner, page]))
  return [
    ...catalog.areas.map((area): SearchEntry => {
      const address = paths.area(area.slug)
      const text = `${area.promise} ${area.summary}`
      return {
        kind: 'area',
        title: area.title,
        context: '',
        text: stripMarkup(text),
        address,
      }
    }),
    ...catalog.lessons.flatMap((lesson) => {
      const area = catalog.areas.find(({ slug }) => slug === lesson.area)?.title ?? ''
      const page = pageById.get(lesson.id)
      return [
        lessonEntry(lesson, area),
        ...(page ? sectionEntries(page, lesson.title) : []),
        ...labEntries(page, lesson.title),
      ]
    }),
    ...catalog.primers.flatMap((primer): SearchEntry[] => {
      const { title, note } = primer
      const page = pageById.get(primer.id)
      const address = paths.primer(primer.slug)
      const context = 'Before you start'
      const inside = page ? sectionEntries(page, title) : []
      return [
        { kind: 'primer', title, context, text: stripMarkup(note), address },
        ...inside.map(
          (found): SearchEntry => (found.kind === 'section' ? { ...found, kind: 'primer' } : found),
        ),
        ...labEntries(page, title),
      ]
    }),
    ...catalog.glossary.map(({ id, term, also, means }): SearchEntry => {
      const context = also?.join(', ') ?? ''
      return {
        kind: 'term',
        title: term,
        context,
        text: stripMarkup(means),
        address: paths.glossary(id),
      }
    }),
  ]
}

/** The entry for a whole lesson, from its front matter including the manager’s depth. */
function lessonEntry(lesson: Lesson, area: string): SearchEntry {
  const { title, note, objectives, manager, tags } = lesson
  const decisions = [manager.decision, ...manager.when, ...manager.whenNot, manager.cost, manager.risk]
  const text = [note, ...objectives.map((objective) => objective.text), ...decisions, tags.join(' ')].join(
    ' ',
  )
  return {
    kind: 'lesson',
    title,
    context: area,
    text: stripMarkup(text),
    address: paths.lesson(lesson),
  }
}

/** The entry for a lab: its goal and the text of its steps. Search does not reveal solutions. */
function labEntries(page: ContentPage | undefined, context: string): SearchEntry[] {
  if (!page?.lab) return []
  const { id, title, goal, steps } = page.lab.value
  const text = [goal, ...steps.map((step) => step.text)].join(' ').replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
  return [
    {
      kind: 'lab',
      title,
      context,
      text: stripMarkup(text),
      address: paths.lab(id),
    },
  ]
}

/** The sections, the notes and the commands of a page. */
function sectionEntries(page: ContentPage, title: string): SearchEntry[] {
  const { address, body } = page
  const sections = body.sections.filter(({ slug }) => slug !== '')
  return [
    ...sections.map(
      ({ kind, heading, slug, text, role }): SearchEntry => ({
        kind,
        title: stripMarkup(heading),
        context: title,
        text: stripMarkup(text),
        address: `${address}#${slug}`,
        ...(role && { role }),
      }),
    ),
    ...pageCommands(page).map(
      ({ text, anchor }): SearchEntry => ({
        kind: 'command',
        title: text,
        context: title,
        text: '',
        address: anchor ? `${address}#${anchor}` : address,
      }),
    ),
  ]
}

/** Commands of the shell itself, which nobody searches for. */
const shellWords =
  /^((cd|echo|exit|export|set|for|while|do|done|if|then|else|fi|case|esac)(?=\s|$)|[{}()]|\w+=\S*$)/

/** Each command of a page, once, at its first occurrence. */
function pageCommands(page: ContentPage): { text: string; anchor: string }[] {
  const found = shellScripts(page)
    .flatMap(({ text, anchor }) => commandsOf(text).map((command) => ({ text: command.text, anchor })))
    .filter(({ text }) => text.includes(' ') && !shellWords.test(text))
  return found.filter(({ text }, index) => found.findIndex((other) => other.text === text) === index)
}

/** Everything on a page that a reader can type: code fences and recordings. */
function shellScripts({ body, recordingFiles }: ContentPage): { text: string; anchor: string }[] {
  const fences = body.fences.filter(({ language, meta }) => language === 'bash' && meta.expect !== 'error')
  const recorded = body.terminals.map(({ id, anchor }) => {
    const script = recordingFiles?.scripts.find((candidate) => candidate.id === id)
    return { text: script ? commandsToType(script).join('\n') : '', anchor }
  })
  return [...fences, ...recorded]
}

/** Removes the backticks that mark code, because a list of results does not display code. */
function stripMarkup(text: string): string {
  return text.replaceAll('`', '').replace(/\s+/g, ' ').trim()
}

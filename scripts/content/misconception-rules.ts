import type { Item } from '#domain/quiz/item.ts'
import { type Misconception, misconceptionsFileSchema } from '#domain/quiz/misconception.ts'
import type { ContentFiles } from './content-files.ts'
import type { Problem } from './problem.ts'
import { type ContentPage, readYamlFile } from './read-content-page.ts'
import type { YamlDocument } from './read-yaml.ts'

const misconceptionsFile = 'content/misconceptions.yaml'

/** `document` is undefined if the file could not be read, which is reported as a problem. */
type Misconceptions = { value: Misconception[]; document: YamlDocument | undefined }

export function readMisconceptions(content: ContentFiles, problems: Problem[]): Misconceptions {
  const read = readYamlFile(content, misconceptionsFile, misconceptionsFileSchema, problems)
  return read?.value ? { value: read.value, document: read.document } : { value: [], document: undefined }
}

/** Checks that every id that options name exists, and only once. */
export function misconceptionProblems(
  pages: readonly ContentPage[],
  { value, document }: Misconceptions,
): Problem[] {
  const problems: Problem[] = []
  const known = new Set(value.map(({ id }) => id))
  for (const { items, quiz } of pages) {
    for (const [index, part, id] of items.flatMap(namedBy)) {
      if (known.has(id) || !quiz || !document) continue
      const path = [index, 'options', part, 'misconception']
      problems.push(problemAt(quiz, path, `an id of ${misconceptionsFile}`, id))
    }
  }
  const seen = new Set<string>()
  value.forEach(({ id, belief }, index) => {
    if (document && (seen.has(id) || seen.has(belief)))
      problems.push(problemAt(document, [index, 'id'], 'each misconception once', id))
    seen.add(id).add(belief)
  })
  return problems
}

/** Call this only if every page could be read: an unreadable page names no misconceptions. */
export function unusedMisconceptionProblems(
  pages: readonly ContentPage[],
  { value, document }: Misconceptions,
): Problem[] {
  const named = new Set(pages.flatMap(({ items }) => items.flatMap(namedBy).map(([, , id]) => id)))
  return value.flatMap(({ id }, index) => {
    if (named.has(id) || !document) return []
    return [problemAt(document, [index, 'id'], `an option of a quiz that names ${id}`, 'none')]
  })
}

function problemAt(document: YamlDocument, path: PropertyKey[], expected: string, found: string): Problem {
  return { file: document.file, line: document.lineOf(path), expected, found }
}

/** Replaces the ids of misconceptions with their texts, which the instructor’s tables display. */
export function spellOutMisconceptions(
  pages: readonly ContentPage[],
  misconceptions: readonly Misconception[],
): ContentPage[] {
  const beliefs = new Map(misconceptions.map(({ id, belief }) => [id, belief]))
  return pages.map((page) => ({
    ...page,
    items: page.items.map((item) => spellOut(item, beliefs)),
  }))
}

function spellOut(item: Item, beliefs: ReadonlyMap<string, string>): Item {
  const named = <Option extends { misconception?: string | undefined }>(option: Option): Option => {
    const belief = option.misconception && beliefs.get(option.misconception)
    return belief ? { ...option, misconception: belief } : option
  }
  switch (item.kind) {
    case 'single':
      return { ...item, options: item.options.map(named) }
    case 'multi':
      return { ...item, options: item.options.map(named) }
    case 'trace':
      return { ...item, options: item.options.map(named) }
    default:
      return item
  }
}

/** The path and id of each misconception that an item names. */
function namedBy(item: Item, index: number): [item: number, option: number, id: string][] {
  if (!('options' in item)) return []
  return item.options.flatMap(({ misconception }, part): [number, number, string][] =>
    misconception ? [[index, part, misconception]] : [],
  )
}

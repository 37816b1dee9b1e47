import type { Item } from '#domain/quiz/item.ts'
import type { Misconception } from '#domain/quiz/misconception.ts'
import type { Problem } from './problem.ts'
import type { ContentPage } from './read-content-page.ts'
import type { YamlDocument } from './read-yaml.ts'

export const misconceptionsFile = 'content/misconceptions.yaml'

type Misconceptions = { value: Misconception[]; document: YamlDocument }

/** Every id that options name is there, once, and none is there for nothing. */
export function misconceptionProblems(
  documents: readonly ContentPage[],
  { value, document }: Misconceptions,
): Problem[] {
  const problems: Problem[] = []
  const known = new Set(value.map(({ id }) => id))
  const named = new Set<string>()
  for (const { items, quiz } of documents) {
    for (const [index, part, id] of items.flatMap(namedBy)) {
      named.add(id)
      if (known.has(id) || !quiz) continue
      const line = quiz.lineOf([index, 'options', part, 'misconception'])
      problems.push({ file: quiz.file, line, expected: `an id of ${misconceptionsFile}`, found: id })
    }
  }
  const seen = new Set<string>()
  value.forEach(({ id, belief }, index) => {
    const report = (field: string, expected: string, found: string) =>
      problems.push({ file: document.file, line: document.lineOf([index, field]), expected, found })
    if (seen.has(id) || seen.has(belief)) report('id', 'each misconception once', id)
    if (!named.has(id)) report('id', `an option of a quiz that names ${id}`, 'none')
    seen.add(id).add(belief)
  })
  return problems
}

/** The pages with the beliefs in the place of their ids, as the instructor's tables show them. */
export function spellOutMisconceptions(
  documents: readonly ContentPage[],
  misconceptions: readonly Misconception[],
): ContentPage[] {
  const beliefs = new Map(misconceptions.map(({ id, belief }) => [id, belief]))
  return documents.map((document) => ({
    ...document,
    items: document.items.map((item) => spellOut(item, beliefs)),
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

/** The place of each misconception that an item names: item, option and id. */
function namedBy(item: Item, index: number): [item: number, option: number, id: string][] {
  if (!('options' in item)) return []
  return item.options.flatMap(({ misconception }, part): [number, number, string][] =>
    misconception ? [[index, part, misconception]] : [],
  )
}

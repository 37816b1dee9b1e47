import type { Item } from '#domain/quiz/item.ts'
import type { Problem } from './problem.ts'
import type { Document } from './read-page.ts'

/**
 * A test-wise reader picks the longest option, or the second. Over an area, the right one may be
 * longest no more often than chance would have it, and no place may hold more than 60 % of them.
 */
export function giveawayProblems(documents: Document[]): Problem[] {
  const singles = documents.flatMap(({ items, quiz }) =>
    items.flatMap((item, index) => (item.kind === 'single' ? [{ item, index, quiz }] : [])),
  )
  if (singles.length < 4) return []
  const problems: Problem[] = []
  /** All of them together are the problem; it is told at the first, and names the others. */
  const refuse = (guilty: typeof singles, expected: string, found: string) => {
    const [first] = guilty
    const names = guilty.map(({ item }) => item.id).join(', ')
    if (!first?.quiz) return
    const line = first.quiz.lineOf([first.index, 'options'])
    problems.push({ file: first.quiz.file, line, expected, found: `${found}: ${names}` })
  }
  const chance = Math.ceil(singles.reduce((sum, { item }) => sum + 1 / item.options.length, 0))
  const longest = singles.filter(({ item }) => isRightLongest(item))
  if (longest.length > chance) {
    const expected = `the right option to be the longest in at most ${chance} of the area’s ${singles.length} single items`
    refuse(longest, expected, String(longest.length))
  }
  for (const place of [0, 1, 2, 3]) {
    const here = singles.filter(({ item }) => item.options[place]?.right)
    if (here.length <= singles.length * 0.6) continue
    const found = `${here.length} of ${singles.length} in place ${place + 1}`
    refuse(here, 'the area’s right options spread over the places', found)
  }
  return problems
}

function isRightLongest({ options }: Extract<Item, { kind: 'single' }>): boolean {
  const right = options.find((option) => option.right)
  return (
    right !== undefined &&
    options.every((option) => option === right || option.text.length < right.text.length)
  )
}

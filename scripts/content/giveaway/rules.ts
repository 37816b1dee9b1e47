import type { Problem } from '../problem.ts'
import type { ContentPage } from '../read-content-page.ts'
import { bounds } from './bounds.ts'
import {
  giveawayStatistics,
  hasAbsolute,
  hasReasonClause,
  type MultiItem,
  percent,
  type SingleItem,
  strategyRate,
} from './statistics.ts'

/** Pages whose items a learner sees together: an area, or the primers. */
export type ItemGroup = { name: string; documents: ContentPage[] }

/** A statistic beyond its limit, and the items that cause it. */
type Finding = { expected: string; found: string; causes: (SingleItem | MultiItem)[] }

export function giveawayProblems({ name, documents }: ItemGroup): Problem[] {
  const figures = giveawayStatistics(documents.flatMap(({ items }) => items))
  const { singles, multis, longest, shortest, clauses, absolutes } = figures
  if (singles.length < bounds.items) return []
  const options = [...singles, ...multis]
  const findings = [
    ...extremePositionFindings('longest', longest, singles),
    ...extremePositionFindings('shortest', shortest, singles),
    ...strategyFindings(figures),
    ...rateFindings('a reason clause', clauses, options, hasReasonClause),
    ...rateFindings('an absolute', absolutes, options, hasAbsolute),
    ...positionFindings(singles),
    ...extremeFindings(multis),
  ]
  return findings.map((finding) => problemOf(name, finding, documents))
}

/** Checks that some multi items have exactly one right option, and that some have right options only. */
export function multiProblems(documents: ContentPage[]): Problem[] {
  const multis = documents.flatMap(({ items }) => items.filter((item) => item.kind === 'multi'))
  const least = Math.round(multis.length * bounds.multiExtremes)
  const found = [
    { what: 'exactly one right option', count: multis.filter((item) => countRight(item) === 1).length },
    {
      what: 'right options only',
      count: multis.filter((item) => countRight(item) === item.options.length).length,
    },
  ]
  return found
    .filter(({ count }) => count < least)
    .map(({ what, count }) => {
      const expected = `at least ${least} of ${multis.length} multi items with ${what}`
      return problemOf('the course', { expected, found: String(count), causes: multis }, documents)
    })
}

function extremePositionFindings(tail: string, extremeItems: SingleItem[], singles: SingleItem[]): Finding[] {
  const { least, most } = bounds.tail
  const share = extremeItems.length / singles.length
  const found = `${extremeItems.length}, ${percent(share)}`
  const expected = (bound: string) =>
    `the right option to be the ${tail} in ${bound} of ${singles.length} single items`
  if (share > most) return [{ expected: expected(`at most ${percent(most)}`), found, causes: extremeItems }]
  if (share >= least || singles.length < bounds.itemsForLeast) return []
  const offendingItems = singles.filter((item) => !extremeItems.includes(item))
  return [{ expected: expected(`at least ${percent(least)}`), found, causes: offendingItems }]
}

function strategyFindings({ singles, chance, strategy }: ReturnType<typeof giveawayStatistics>): Finding[] {
  const most = chance + bounds.strategyGain
  if (strategy <= most) return []
  const expected = `at most ${percent(most)} right for someone who rules out the longest option and those with absolutes`
  const offendingItems = singles.filter((item) => strategyRate(item) > 1 / item.options.length)
  return [{ expected, found: percent(strategy), causes: offendingItems }]
}

function rateFindings(
  what: string,
  { right, wrong }: { right: number; wrong: number },
  items: (SingleItem | MultiItem)[],
  has: (option: { text: string }) => boolean,
): Finding[] {
  if (Math.abs(right - wrong) <= bounds.rateGap) return []
  const isMoreCommonInRight = right > wrong
  const expected = `${what} as often in right as in wrong options, give or take ${percent(bounds.rateGap)}`
  const offendingItems = items.filter(({ options }) =>
    options.some((option) => Boolean(option.right) === isMoreCommonInRight && has(option)),
  )
  return [
    {
      expected,
      found: `${percent(right)} of the right and ${percent(wrong)} of the wrong`,
      causes: offendingItems,
    },
  ]
}

function positionFindings(singles: SingleItem[]): Finding[] {
  return [0, 1, 2, 3].flatMap((position) => {
    const offendingItems = singles.filter((item) => item.options[position]?.right)
    if (offendingItems.length <= singles.length * bounds.position) return []
    const found = `${offendingItems.length} of ${singles.length} at position ${position + 1}`
    return [{ expected: 'right options spread over all positions', found, causes: offendingItems }]
  })
}

function extremeFindings(multis: MultiItem[]): Finding[] {
  const isExtreme = (item: MultiItem) => countRight(item) === 1 || countRight(item) === item.options.length
  if (multis.length < 2 || multis.some(isExtreme)) return []
  const expected = 'a multi item with exactly one right option, or with right options only'
  return [{ expected, found: 'none', causes: multis }]
}

function countRight({ options }: MultiItem): number {
  return options.filter(({ right }) => right).length
}

/** All items that cause the finding make one problem, reported at the first of them and naming the others. */
function problemOf(group: string, { expected, found, causes }: Finding, documents: ContentPage[]): Problem {
  const first = causes[0]
  const home = documents.find(({ items }) => first && items.includes(first))
  const index = home && first ? home.items.indexOf(first) : 0
  const names = causes.map(({ id }) => id).join(', ')
  return {
    file: home?.quiz?.file ?? `content/${group}`,
    line: home?.quiz?.lineOf([index, 'options']) ?? 1,
    expected: `${group}: ${expected}`,
    found: `${found}; change some of ${names}`,
  }
}

import type { Problem } from '../problem.ts'
import type { ContentPage } from '../read-content-page.ts'
import { giveawayLimits } from './limits.ts'
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
export type ItemGroup = { name: string; pages: ContentPage[] }

/** A statistic beyond its limit, and the items that cause it. */
type GiveawayFinding = { expected: string; found: string; causes: (SingleItem | MultiItem)[] }

export function giveawayProblems({ name, pages }: ItemGroup): Problem[] {
  const figures = giveawayStatistics(pages.flatMap(({ items }) => items))
  const { singles, multis, longest, shortest, clauses, absolutes } = figures
  if (singles.length < giveawayLimits.minSingles) return []
  const options = [...singles, ...multis]
  const findings = [
    ...extremeLengthFindings('longest', longest, singles),
    ...extremeLengthFindings('shortest', shortest, singles),
    ...strategyFindings(figures),
    ...rateFindings('a reason clause', clauses, options, hasReasonClause),
    ...rateFindings('an absolute', absolutes, options, hasAbsolute),
    ...positionFindings(singles),
    ...multiExtremeFindings(multis),
  ]
  return findings.map((finding) => problemOf(name, finding, pages))
}

/** Checks that some multi items have exactly one right option, and that some have right options only. */
export function multiProblems(pages: ContentPage[]): Problem[] {
  const multis = pages.flatMap(({ items }) => items.filter((item) => item.kind === 'multi'))
  const minCount = Math.round(multis.length * giveawayLimits.minMultiExtremeShare)
  const found = [
    { what: 'exactly one right option', count: multis.filter((item) => countRight(item) === 1).length },
    {
      what: 'right options only',
      count: multis.filter((item) => countRight(item) === item.options.length).length,
    },
  ]
  return found
    .filter(({ count }) => count < minCount)
    .map(({ what, count }) => {
      const expected = `at least ${minCount} of ${multis.length} multi items with ${what}`
      return problemOf('the course', { expected, found: String(count), causes: multis }, pages)
    })
}

function extremeLengthFindings(
  extreme: string,
  extremeItems: SingleItem[],
  singles: SingleItem[],
): GiveawayFinding[] {
  const { min, max } = giveawayLimits.extremeShare
  const share = extremeItems.length / singles.length
  const found = `${extremeItems.length}, ${percent(share)}`
  const expected = (limit: string) =>
    `the right option to be the ${extreme} in ${limit} of ${singles.length} single items`
  if (share > max) return [{ expected: expected(`at most ${percent(max)}`), found, causes: extremeItems }]
  if (share >= min || singles.length < giveawayLimits.minSinglesForMinShare) return []
  const offendingItems = singles.filter((item) => !extremeItems.includes(item))
  return [{ expected: expected(`at least ${percent(min)}`), found, causes: offendingItems }]
}

function strategyFindings({
  singles,
  chance,
  strategy,
}: ReturnType<typeof giveawayStatistics>): GiveawayFinding[] {
  const maxRate = chance + giveawayLimits.maxStrategyGain
  if (strategy <= maxRate) return []
  const expected = `at most ${percent(maxRate)} right for someone who rules out the longest option and those with absolutes`
  const offendingItems = singles.filter((item) => strategyRate(item) > 1 / item.options.length)
  return [{ expected, found: percent(strategy), causes: offendingItems }]
}

function rateFindings(
  feature: string,
  { right, wrong }: { right: number; wrong: number },
  items: (SingleItem | MultiItem)[],
  hasFeature: (option: { text: string }) => boolean,
): GiveawayFinding[] {
  if (Math.abs(right - wrong) <= giveawayLimits.maxRateGap) return []
  const isMoreCommonInRight = right > wrong
  const expected = `${feature} as often in right as in wrong options, give or take ${percent(giveawayLimits.maxRateGap)}`
  const offendingItems = items.filter(({ options }) =>
    options.some((option) => Boolean(option.right) === isMoreCommonInRight && hasFeature(option)),
  )
  return [
    {
      expected,
      found: `${percent(right)} of the right and ${percent(wrong)} of the wrong`,
      causes: offendingItems,
    },
  ]
}

function positionFindings(singles: SingleItem[]): GiveawayFinding[] {
  return [0, 1, 2, 3].flatMap((position) => {
    const offendingItems = singles.filter((item) => item.options[position]?.right)
    if (offendingItems.length <= singles.length * giveawayLimits.maxPositionShare) return []
    const found = `${offendingItems.length} of ${singles.length} at position ${position + 1}`
    return [{ expected: 'right options spread over all positions', found, causes: offendingItems }]
  })
}

function multiExtremeFindings(multis: MultiItem[]): GiveawayFinding[] {
  const isExtreme = (item: MultiItem) => countRight(item) === 1 || countRight(item) === item.options.length
  if (multis.length < 2 || multis.some(isExtreme)) return []
  const expected = 'a multi item with exactly one right option, or with right options only'
  return [{ expected, found: 'none', causes: multis }]
}

function countRight({ options }: MultiItem): number {
  return options.filter(({ right }) => right).length
}

/** All items that cause the finding make one problem, reported at the first of them and naming the others. */
function problemOf(
  group: string,
  { expected, found, causes }: GiveawayFinding,
  pages: ContentPage[],
): Problem {
  const first = causes[0]
  const home = pages.find(({ items }) => first && items.includes(first))
  const index = home && first ? home.items.indexOf(first) : 0
  const names = causes.map(({ id }) => id).join(', ')
  return {
    file: home?.quiz?.file ?? `content/${group}`,
    line: home?.quiz?.lineOf([index, 'options']) ?? 1,
    expected: `${group}: ${expected}`,
    found: `${found}; change some of ${names}`,
  }
}

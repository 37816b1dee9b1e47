import type { ItemGroup } from './giveaway-rules.ts'
import { giveawayLimits } from './limits.ts'
import { type GiveawayStatistics, giveawayStatistics, type OptionRates, percent } from './statistics.ts'

/** The statistics of all areas as lines of text, for `npm run check:content -- --figures`. */
export function statisticsTable(groups: ItemGroup[]): string {
  const head = [
    'area',
    'single',
    'longest',
    'shortest',
    'strategy',
    'clauses right/wrong',
    'absolutes right/wrong',
    'multi: right of all',
  ]
  const rows = groups.map(({ name, pages }) =>
    rowOf(name, giveawayStatistics(pages.flatMap(({ items }) => items))),
  )
  const table = [head, ...rows, limitsRow()]
  const widths = head.map((_, column) => Math.max(...table.map((row) => (row[column] ?? '').length)))
  return table
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => line.trimEnd())
    .join('\n')
}

function rowOf(name: string, figures: GiveawayStatistics): string[] {
  const { singles, multis, longest, shortest, strategy, clauses, absolutes } = figures
  const share = (count: number) => `${count} (${percent(count / Math.max(1, singles.length))})`
  const rightOf = multis.map(
    ({ options }) => `${options.filter(({ right }) => right).length}/${options.length}`,
  )
  return [
    name,
    String(singles.length),
    share(longest.length),
    share(shortest.length),
    percent(strategy),
    ratesText(clauses),
    ratesText(absolutes),
    rightOf.join(' '),
  ]
}

function limitsRow(): string[] {
  const extremeShare = `${percent(giveawayLimits.extremeShare.min)}–${percent(giveawayLimits.extremeShare.max)}`
  const columnGap = `at most ${percent(giveawayLimits.maxRateGap)} apart`
  return [
    'bound',
    '',
    extremeShare,
    extremeShare,
    `chance + ${percent(giveawayLimits.maxStrategyGain)}`,
    columnGap,
    columnGap,
    '',
  ]
}

function ratesText({ right, wrong }: OptionRates): string {
  return `${percent(right)} / ${percent(wrong)}`
}

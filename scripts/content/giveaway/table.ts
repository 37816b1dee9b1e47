import { bounds } from './bounds.ts'
import { type GiveawayFigures, giveawayFigures, percent, type Rates } from './figures.ts'
import type { ItemGroup } from './rules.ts'

/** The figures of all areas as lines of text, for `npm run check:content -- --figures`. */
export function figuresTable(groups: ItemGroup[]): string {
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
  const rows = groups.map(({ name, documents }) =>
    rowOf(name, giveawayFigures(documents.flatMap(({ items }) => items))),
  )
  const table = [head, ...rows, boundsRow()]
  const widths = head.map((_, column) => Math.max(...table.map((row) => (row[column] ?? '').length)))
  return table
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => line.trimEnd())
    .join('\n')
}

function rowOf(name: string, figures: GiveawayFigures): string[] {
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

function boundsRow(): string[] {
  const tail = `${percent(bounds.tail.least)}–${percent(bounds.tail.most)}`
  const gap = `at most ${percent(bounds.rateGap)} apart`
  return ['bound', '', tail, tail, `chance + ${percent(bounds.strategyGain)}`, gap, gap, '']
}

function ratesText({ right, wrong }: Rates): string {
  return `${percent(right)} / ${percent(wrong)}`
}

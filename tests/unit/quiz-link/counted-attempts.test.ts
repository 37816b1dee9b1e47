import { expect, test } from 'vitest'
import { defaultScoringChoice, gradeTables, type ScoringChoice } from '#domain/quiz-link/grade-table.ts'
import type { QuizResult } from '#domain/quiz-link/quiz-result.ts'
import { onlyTable, points } from './scored-results.ts'

const hour = 3_600_000

/** Three attempts by one learner, with 50, 90 and 70 percent, and the name typed in three ways. */
const threeAttempts = [
  points('Ada Lovelace', [50], { finishedAt: 10 * hour, attempt: 1 }),
  points('ada  lovelace', [90], { finishedAt: 20 * hour, attempt: 2 }),
  points('ＡDA LOVELACE', [70], { finishedAt: 30 * hour, attempt: 3 }),
]

function chosen(
  results: QuizResult[],
  choice: Partial<ScoringChoice>,
  importTimes?: Map<QuizResult, number>,
) {
  const choices = new Map([['abc_-1', { ...defaultScoringChoice, ...choice }]])
  return gradeTables(results, [], { choices, ...(importTimes && { importTimes }) })[0]!
}
const scores = (rows: readonly { score: number }[]) => rows.map(({ score }) => score)

test.each([
  { counting: 'latest' as const, counted: [0.7], uncounted: [0.9, 0.5] },
  { counting: 'best' as const, counted: [0.9], uncounted: [0.7, 0.5] },
  { counting: 'all' as const, counted: [0.7, 0.9, 0.5], uncounted: [] },
])('of several attempts by one learner, $counting counts and the others are listed', (expected) => {
  const table = chosen(threeAttempts, { counting: expected.counting })
  expect(scores(table.rows)).toEqual(expected.counted)
  expect(scores(table.uncountedRows)).toEqual(expected.uncounted)
  expect(table.nameConflicts).toMatchObject([{ count: 3, isInConflict: false, isSeveralLearners: false }])
})

test('the latest is the highest attempt number, whatever the learner’s clock says', () => {
  const [first, second] = threeAttempts
  const ahead = { ...first!, finishedAt: Date.parse('2031-01-01') }
  expect(scores(chosen([ahead, second!], { counting: 'latest' }).rows)).toEqual([0.9])
  expect(scores(chosen([second!, ahead], { counting: 'latest' }).rows)).toEqual([0.9])
})

test('of attempts with the same number, the latest is the last finished, capped at its import; then the last imported', () => {
  const one = { people: { 'ada\n': 'one' as const } }
  const ahead = points('Ada', [10], { finishedAt: Date.parse('2031-01-01') })
  const later = points('Ada', [20], { finishedAt: 9 * hour })
  const importTimes = new Map([
    [ahead, 8 * hour],
    [later, 10 * hour],
  ])
  expect(scores(chosen([later, ahead], one, importTimes).rows)).toEqual([0.2])
  const same = points('Ada', [30], { finishedAt: 9 * hour })
  expect(scores(chosen([later, same], one).rows)).toEqual([0.3])
  expect(scores(chosen([same, later], one).rows)).toEqual([0.2])
})

test('two first attempts under one name both count, and the name is reported', () => {
  const results = [points('Ada', [10]), points('Ada', [20], { finishedAt: 1_800_009_000_000 })]
  const table = onlyTable(results)
  expect(scores(table.rows)).toEqual([0.2, 0.1])
  expect(table.nameConflicts).toMatchObject([
    { name: 'Ada', count: 2, isInConflict: true, isSeveralLearners: true },
  ])
  expect(new Set(table.rows.map(({ key }) => key)).size).toBe(2)
})

test('overlapping attempts belong to different learners', () => {
  const during = points('Ada', [20], { finishedAt: 1_800_000_000_000 - 100_000, seconds: 60, attempt: 2 })
  expect(onlyTable([points('Ada', [10]), during]).nameConflicts).toMatchObject([{ isInConflict: true }])
})

test('the instructor decides who is one person and who is several', () => {
  const [first, second] = threeAttempts
  const several = chosen([first!, second!], { people: { 'ada lovelace\n': 'several' } })
  expect(scores(several.rows)).toEqual([0.9, 0.5])
  const sameTry = { ...second!, attempt: 1 }
  const one = chosen([first!, sameTry], { people: { 'ada lovelace\n': 'one' } })
  expect(scores(one.rows)).toEqual([0.9])
  expect(scores(one.uncountedRows)).toEqual([0.5])
})

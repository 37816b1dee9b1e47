import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attemptResult } from '#domain/quiz/attempt-result.ts'
import { toHundredths, toPercent } from '#domain/quiz/percentage.ts'
import { createResult } from '#domain/quiz-link/create-result.ts'
import { gradeTables } from '#domain/quiz-link/grade-table.ts'
import { gradeTableToRows } from '#domain/quiz-link/grade-table-csv.ts'
import { totalScore } from '#domain/quiz-link/quiz-result.ts'
import { createAttempt } from '#tests/support/factories.ts'
import { quizLinkWith } from '../quiz-link/arbitraries.ts'

test.each([
  [0, 0],
  [Number.NaN, 0],
  [0.001, 1],
  [1 / 3, 33],
  [2 / 3, 67],
  [0.999, 99],
  [1, 100],
])('%d points are %d hundredths', (score, hundredths) => {
  expect(toHundredths(score)).toBe(hundredths)
})

test.each([
  [0, 0, 0],
  [0, 3, 0],
  [1740, 2500, 69],
  [1750, 2500, 70],
  [1749, 2500, 69],
  [29, 100, 29],
  [199, 200, 99],
  [7, 7, 100],
])('%d of %d is %d %%', (part, whole, percent) => {
  expect(toPercent(part, whole)).toBe(percent)
})

test('a displayed percentage shows whether the pass mark was reached', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.nat(100), fc.nat(10_000), (count, mark, given) => {
      const hundredths = given % (100 * count + 1)
      expect(toPercent(hundredths, 100 * count) >= mark).toBe(hundredths >= mark * count)
    }),
  )
})

test('the learner’s page, the submission and the grade table show the same score', () => {
  const scores = fc.array(fc.constantFrom(0, 1 / 3, 0.5, 2 / 3, 0.999, 1), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(scores, fc.nat(100), (points, mark) => {
      const items = points.map((_, index) => `q.l.item-${index}`)
      const attempt = createAttempt({
        origin: { kind: 'link', code: '1abcdefAAA' },
        items,
        answers: Object.fromEntries(
          points.map((score, index) => [`q.l.item-${index}`, { response: 'a', score, at: 1 }]),
        ),
        finishedAt: 5000,
      })
      const result = createResult(quizLinkWith({ passMark: mark / 100 }), attempt, new Map())
      if (!result) throw new Error('no result')
      const onPage = attemptResult(attempt)
      const submitted = totalScore(result)
      const [head, row] = gradeTableToRows(gradeTables([result])[0]!)
      const cell = (name: string) => row?.[head?.indexOf(name) ?? -1]
      expect(onPage.score).toBe(submitted.score)
      expect([cell('Score'), cell('Percent')].map(String)).toEqual(
        [submitted.score, submitted.percent].map(String),
      )
      // With a pass mark of 0, nobody passes or fails.
      const passed = [submitted.hasPassed, cell('Passed')]
      if (mark === 0) expect(passed).toEqual([undefined, ''])
      else if (submitted.percent >= mark) expect(passed).toEqual([true, 'yes'])
      else expect(passed).toEqual([false, 'no'])
    }),
  )
})

test('17.4 of 25 does not pass at 70 %, and is shown as 69 % everywhere', () => {
  const items = Array.from({ length: 25 }, (_, index) => ({
    id: `a.b.q-${index}`,
    rev: 1,
    percent: index < 17 ? 100 : index === 17 ? 40 : 0,
  }))
  expect(totalScore({ items, passPercent: 70 })).toEqual({
    score: 17.4,
    outOf: 25,
    percent: 69,
    hasPassed: false,
  })
})

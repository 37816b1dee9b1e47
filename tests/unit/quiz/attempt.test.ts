import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { attemptSchema } from '#domain/quiz/attempt.ts'
import { type AttemptEvent, applyAttemptEvent, reconcileWithItems } from '#domain/quiz/attempt-events.ts'
import { attemptResult, currentItemId, isAnswered, isLastItem } from '#domain/quiz/attempt-result.ts'
import { gradeItem } from '#domain/quiz/grading.ts'
import { correctResponse } from '#tests/support/correct-response.ts'
import { createAttempt, itemsOfEveryKind, singleItem } from '#tests/support/factories.ts'

const items = ['q.l.one', 'q.l.two', 'q.l.three']
const answered = (item: string, score: number): AttemptEvent => ({
  kind: 'answered',
  item,
  response: 'a',
  score,
  confidence: 'sure',
  at: 5,
})
const run = (events: AttemptEvent[], start = createAttempt({ items })) =>
  events.reduce(applyAttemptEvent, start)

test('an answer is stored with its score, confidence and time', () => {
  const attempt = run([answered('q.l.one', 0.5)])
  expect(attempt.answers).toEqual({ 'q.l.one': { response: 'a', score: 0.5, confidence: 'sure', at: 5 } })
  expect(isAnswered(attempt, 'q.l.one')).toBe(true)
  expect(isAnswered(attempt, 'q.l.two')).toBe(false)
})

test('answering again replaces the answer', () => {
  expect(run([answered('q.l.one', 0), answered('q.l.one', 1)]).answers['q.l.one']?.score).toBe(1)
})

test('an item outside the quiz, or an answer after the end, changes nothing', () => {
  expect(run([answered('q.l.other', 1)]).answers).toEqual({})
  expect(run([{ kind: 'finished', at: 9 }, answered('q.l.one', 1)]).answers).toEqual({})
})

test.each([
  [1, 1],
  [-4, 0],
  [99, 2],
  [Number.NaN, 0],
])('moving to %d ends at %d', (to, at) => {
  const attempt = run([{ kind: 'moved', to }])
  expect(attempt.at).toBe(at)
  expect(currentItemId(attempt)).toBe(items[at])
  expect(isLastItem(attempt)).toBe(at === 2)
})

test('finishing twice keeps the first finish time', () => {
  expect(
    run([
      { kind: 'finished', at: 9 },
      { kind: 'finished', at: 12 },
    ]).finishedAt,
  ).toBe(9)
})

test('the result has the total score and each item’s outcome', () => {
  const result = attemptResult(run([answered('q.l.one', 1), answered('q.l.two', 0.5)]))
  expect(result).toMatchObject({
    score: 1.5,
    outOf: 3,
    counts: { right: 1, partly: 1, wrong: 0, unanswered: 1 },
  })
  expect(result.items.map((item) => item.outcome)).toEqual(['right', 'partly', 'unanswered'])
})

test('a retry asks only the items that were not fully right, from the first one', () => {
  const attempt = run([
    answered('q.l.one', 1),
    answered('q.l.two', 0.5),
    { kind: 'moved', to: 2 },
    { kind: 'finished', at: 9 },
    { kind: 'retried-wrong', seed: 'again', at: 20 },
  ])
  expect(attempt).toEqual(
    createAttempt({ items: ['q.l.two', 'q.l.three'], seed: 'again', answers: {}, at: 0, startedAt: 20 }),
  )
})

test('a perfect attempt cannot be retried', () => {
  const done = run([...items.map((item) => answered(item, 1)), { kind: 'finished', at: 9 }])
  expect(applyAttemptEvent(done, { kind: 'retried-wrong', seed: 'again', at: 20 })).toBe(done)
})

test('a quiz started while the clock ran ahead keeps the time it has used once the clock is corrected', () => {
  const ahead = run(
    [{ ...answered('q.l.one', 1), at: 9060 } as AttemptEvent],
    createAttempt({ items, startedAt: 9000 }),
  )
  const right = applyAttemptEvent(ahead, { kind: 'clock-set-back', at: 500 })
  expect([right.startedAt, right.answers['q.l.one']?.at]).toEqual([440, 500])
  expect(applyAttemptEvent(right, { kind: 'clock-set-back', at: 501 })).toBe(right)
  const finished = run([{ kind: 'finished', at: 9070 }], ahead)
  expect(applyAttemptEvent(finished, { kind: 'clock-set-back', at: 500 })).toBe(finished)
})

test('items removed from the course are left out and reported', () => {
  const start = createAttempt({
    items: ['q.l.gone', singleItem().id, 'q.l.lost'],
    answers: { 'q.l.gone': { response: 'a', score: 1, at: 1 } },
    at: 2,
  })
  expect(reconcileWithItems(start, [singleItem()])).toEqual({
    attempt: { ...start, items: [singleItem().id], answers: {}, at: 0 },
    missing: ['q.l.gone', 'q.l.lost'],
    outdated: [],
  })
})

test('the current item stays current when an earlier item is removed', () => {
  const [first, second] = itemsOfEveryKind()
  const start = createAttempt({ items: ['q.l.gone', first!.id, second!.id], at: 2 })
  expect(currentItemId(reconcileWithItems(start, itemsOfEveryKind()).attempt)).toBe(second!.id)
})

test('an item whose answer no longer fits is asked again', () => {
  const item = singleItem()
  const start = createAttempt({
    items: [item.id],
    answers: { [item.id]: { response: 'gone', score: 1, at: 1 } },
  })
  const { attempt, outdated } = reconcileWithItems(start, [item])
  expect(outdated).toEqual([item.id])
  expect(attempt.answers).toEqual({})
})

test('reconciling a current attempt returns the same object', () => {
  const item = singleItem()
  const answers = { [item.id]: { response: correctResponse(item), score: 1, at: 1 } }
  const start = createAttempt({ answers })
  expect(reconcileWithItems(start, itemsOfEveryKind()).attempt).toBe(start)
})

const anyEvent: fc.Arbitrary<AttemptEvent> = fc.oneof(
  fc.record({
    kind: fc.constant('answered' as const),
    item: fc.constantFrom(...itemsOfEveryKind().map((item) => item.id), 'q.l.other'),
    response: fc.constantFrom('a', 'b'),
    score: fc.constantFrom(0, 0.5, 1),
    at: fc.nat(),
  }),
  fc.record({ kind: fc.constant('moved' as const), to: fc.integer() }),
  fc.record({ kind: fc.constant('finished' as const), at: fc.nat() }),
  fc.record({
    kind: fc.constant('retried-wrong' as const),
    seed: fc.string({ maxLength: 64 }),
    at: fc.nat(),
  }),
)

test('after any events, the attempt can be saved, parsed and continued', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 20 }), (events) => {
      const attempt = run(events, createAttempt())
      expect(v.parse(attemptSchema, JSON.parse(JSON.stringify(attempt)))).toEqual(attempt)
      expect(currentItemId(attempt)).toBeDefined()
      const { score, outOf, counts } = attemptResult(attempt)
      expect(score).toBeLessThanOrEqual(outOf)
      expect(Object.values(counts).reduce((sum, n) => sum + n)).toBe(outOf)
    }),
  )
})

test('correct answers to every kind give the maximum score', () => {
  const events = itemsOfEveryKind().map((item): AttemptEvent => {
    const response = correctResponse(item)
    return { kind: 'answered', item: item.id, response, score: gradeItem(item, response)?.score ?? 0, at: 1 }
  })
  expect(attemptResult(run(events, createAttempt()))).toMatchObject({ score: 7, outOf: 7 })
})

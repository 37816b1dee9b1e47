import * as v from 'valibot'
import { expect, test } from 'vitest'
import { attemptSchema } from '#domain/quiz/attempt.ts'
import { applyAttemptEvent } from '#domain/quiz/attempt-events.ts'
import { drawItems } from '#domain/quiz/draw-items.ts'
import { createResult } from '#domain/quiz-link/create-result.ts'
import {
  createLinkedAttempt,
  hasAttemptsRemaining,
  linkedAttemptDetails,
} from '#domain/quiz-link/link-attempt.ts'
import { itemsOfLink, lessonIdsOfLink } from '#domain/quiz-link/link-items.ts'
import { quizResultSchema, totalScore } from '#domain/quiz-link/quiz-result.ts'
import { deadlineOf, formatDuration, isLate, remainingTimeWarning } from '#domain/quiz-link/time-limit.ts'
import { itemsOfEveryKind, singleItem } from '#tests/support/factories.ts'
import { quizLinkWith } from './arbitraries.ts'

const items = ['a.b.one', 'a.b.two', 'a.b.three', 'a.b.four', 'a.b.five']
const started = { code: '1abcdefAAA', items, learner: { name: 'Ada' }, attempt: 1, at: 1000 }

test('picked items are asked in order, and removed ones are reported', () => {
  const pool = itemsOfEveryKind()
  const [first, second] = pool.map(({ id }) => id)
  const selection = { kind: 'items' as const, items: [second!, 'a.b.gone', first!] }
  const chosen = itemsOfLink({ selection, seed: 's' }, pool)
  expect(chosen.items.map(({ id }) => id)).toEqual([second, first])
  expect(chosen.missing).toEqual(['a.b.gone'])
  expect(lessonIdsOfLink(quizLinkWith({ selection }))).toEqual(['images.multi-stage', 'a.b'])
})

test('a draw gives everyone the same items, only of the chosen topics and kinds', () => {
  const pool = [...itemsOfEveryKind(), singleItem({ id: 'other.topic.q' })]
  const topics = ['images.multi-stage']
  const link = quizLinkWith({ selection: { kind: 'draw', topics, count: 4 } })
  const drawn = itemsOfLink(link, pool).items.map(({ id }) => id)
  expect(drawn).toHaveLength(4)
  expect(drawn).not.toContain('other.topic.q')
  expect(itemsOfLink(link, [...pool].reverse()).items.map(({ id }) => id)).toEqual(drawn)
  expect(drawItems(itemsOfEveryKind(), { count: 4, seed: link.seed }).map(({ id }) => id)).toEqual(drawn)
  const some = { kind: 'draw' as const, topics, count: 9, kinds: ['order', 'hologram'] }
  expect(itemsOfLink({ ...link, selection: some }, pool).items.map(({ kind }) => kind)).toEqual(['order'])
})

test('a draw without matching items is empty', () => {
  const selection = { kind: 'draw' as const, topics: ['gone.topic'], count: 5 }
  expect(itemsOfLink(quizLinkWith({ selection }), itemsOfEveryKind())).toEqual({ items: [], missing: [] })
})

test('an attempt of a link can be saved and has its number and learner', () => {
  const attempt = createLinkedAttempt(quizLinkWith(), {
    ...started,
    attempt: 2,
    learner: { name: 'Ada', group: 'B' },
  })
  expect(v.parse(attemptSchema, JSON.parse(JSON.stringify(attempt)))).toEqual(attempt)
  expect(attempt.items).toEqual(items)
  expect(linkedAttemptDetails(attempt)).toEqual({
    code: '1abcdefAAA',
    attempt: 2,
    learner: { name: 'Ada', group: 'B' },
  })
})

test('with shuffling, each learner gets the same items in a different order', () => {
  const link = quizLinkWith({ shuffle: true })
  const orders = [1, 2, 3, 4, 5].map((at) => createLinkedAttempt(link, { ...started, at }).items)
  for (const order of orders) expect([...order].sort()).toEqual([...items].sort())
  expect(new Set(orders.map((order) => order.join())).size).toBeGreaterThan(1)
})

test('only attempts of a link are recognized as such', () => {
  expect(linkedAttemptDetails(null)).toBeUndefined()
  const attempt = createLinkedAttempt(quizLinkWith(), started)
  expect(linkedAttemptDetails({ ...attempt, origin: { kind: 'area', area: 'images' } })).toBeUndefined()
})

test.each([
  [undefined, 7, true],
  [1, 1, false],
  [2, 1, true],
  [2, 2, false],
])(
  'with %j attempts allowed, another one after number %j is possible: %j',
  (allowed, attempt, isPossible) => {
    expect(hasAttemptsRemaining(quizLinkWith(allowed === undefined ? {} : { tries: allowed }), attempt)).toBe(
      isPossible,
    )
  },
)

test('the deadline is the link’s number of minutes after the start', () => {
  expect(deadlineOf({}, 1000)).toBeUndefined()
  expect(deadlineOf({ minutes: 20 }, 1000)).toBe(1000 + 20 * 60_000)
})

test.each([
  [20, 6 * 60_000, ''],
  [20, 5 * 60_000, 'Five minutes left.'],
  [20, 61_000, 'Five minutes left.'],
  [20, 60_000, 'One minute left.'],
  [20, 0, 'Time is up.'],
  [5, 5 * 60_000, ''],
  [5, 60_000, 'One minute left.'],
  [1, 60_000, ''],
])('of %d minutes, with %d ms remaining, the warning is %j', (minutes, left, words) => {
  expect(remainingTimeWarning(left, { minutes })).toBe(words)
})

test.each([
  [-5, '0:00'],
  [1, '0:01'],
  [245_000, '4:05'],
  [3_600_000, '60:00'],
])('%d ms is formatted as %s', (left, text) => {
  expect(formatDuration(left)).toBe(text)
})

test('a submission within the due minute is on time', () => {
  const due = '2026-11-30T23:59Z'
  const end = Date.parse('2026-12-01T00:00Z')
  expect(isLate({ due }, end - 1)).toBe(false)
  expect(isLate({ due }, end)).toBe(true)
  expect(isLate({}, end)).toBe(false)
})

test('a result has each item with its revision and points, and the removed ones', () => {
  const link = quizLinkWith({ due: '1970-01-01T00:00Z', passMark: 0.5 })
  const attempt = [
    { kind: 'answered' as const, item: 'a.b.one', response: 'x', score: 1, at: 2000 },
    {
      kind: 'answered' as const,
      item: 'a.b.two',
      response: ['y'],
      score: 2 / 3,
      confidence: 'sure' as const,
      at: 3000,
    },
    { kind: 'finished' as const, at: 61_000 },
  ].reduce(applyAttemptEvent, createLinkedAttempt(link, { ...started, items: items.slice(0, 3) }))
  const result = createResult(link, attempt, new Map([['a.b.two', 4]]))
  expect(result).toEqual({
    assignment: 'abcdef',
    title: 'Week 3: images',
    name: 'Ada',
    finishedAt: 61_000,
    seconds: 60,
    attempt: 1,
    isLate: true,
    passPercent: 50,
    items: [
      { id: 'a.b.one', rev: 1, percent: 100, response: 'x' },
      { id: 'a.b.two', rev: 4, percent: 67, confidence: 'sure', response: ['y'] },
      { id: 'a.b.three', rev: 1, percent: null },
    ],
  })
  expect(result && totalScore(result)).toEqual({ score: 1.67, outOf: 3, percent: 55, hasPassed: true })
})

test('a partial score never rounds to 0 or 1', () => {
  const link = quizLinkWith()
  const percentOf = (score: number) => {
    const attempt = [
      { kind: 'answered' as const, item: 'a.b.one', response: 'x', score, at: 1 },
      { kind: 'finished' as const, at: 2 },
    ].reduce(applyAttemptEvent, createLinkedAttempt(link, started))
    return createResult(link, attempt, new Map())?.items[0]?.percent
  }
  expect([0, 0.001, 0.999, 1].map(percentOf)).toEqual([0, 1, 99, 100])
})

test.each([
  ['1970 to today', 0, Date.UTC(2026, 11, 1)],
  ['2031 back to today', Date.UTC(2031, 0, 1), Date.UTC(2026, 11, 1)],
  ['fractions of a millisecond', 0.25, 61_000.75],
])(
  'a clock that was corrected during a quiz, %s, does not make its result invalid',
  (_name, at, finishedAt) => {
    const attempt = { ...createLinkedAttempt(quizLinkWith(), { ...started, at }), finishedAt }
    const result = createResult(quizLinkWith(), attempt, new Map())
    expect(v.is(quizResultSchema, result)).toBe(true)
  },
)

test('an unfinished quiz has no result', () => {
  expect(
    createResult(quizLinkWith(), createLinkedAttempt(quizLinkWith(), started), new Map()),
  ).toBeUndefined()
})

test('a score equal to the pass mark passes', () => {
  const item = (percent: number | null) => ({ id: 'a.b.c', rev: 1, percent })
  const items = [item(100), item(40), item(null), item(100)]
  expect(totalScore({ items, passPercent: 60 })).toEqual({
    score: 2.4,
    outOf: 4,
    percent: 60,
    hasPassed: true,
  })
  expect(totalScore({ items, passPercent: 61 }).hasPassed).toBe(false)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attemptsNewestFirst, latestAttempts, maxAttempts } from '#domain/progress/attempts.ts'
import { mergeProgress } from '#domain/progress/merge.ts'
import { serializeProgress } from '#domain/progress/parse.ts'
import { emptyProgress, type Progress } from '#domain/progress/progress.ts'
import { applyDiscardedAttempt, applyReset, applySavedAttempt } from '#domain/progress/updates.ts'
import { type QuizOrigin, quizKeyOf } from '#domain/quiz/attempt.ts'
import { attemptArbitrary, origins, parseText, progressArbitrary } from './arbitraries.ts'

const area: QuizOrigin = { kind: 'area', area: 'images' }
const link = (number: number): QuizOrigin => ({ kind: 'link', code: `1${String(number).padStart(6, '0')}` })
const begun = (progress: Progress, origin: QuizOrigin, now: number) =>
  applySavedAttempt(progress, attemptArbitrary({ origin, startedAt: now }), now)

test.each<[string, QuizOrigin, QuizOrigin, boolean]>([
  ['two areas', area, { kind: 'area', area: 'compose' }, false],
  ['an area and the mixed quiz', area, { kind: 'mixed', topics: ['images.layering'] }, false],
  [
    'two mixed quizzes over different topics',
    { kind: 'mixed', topics: [] },
    { kind: 'mixed', topics: ['a.b'] },
    true,
  ],
  ['two links', link(1), link(2), false],
  [
    'two attempts of one link',
    { ...link(1), attempt: 1 } as QuizOrigin,
    { ...link(1), attempt: 2 } as QuizOrigin,
    true,
  ],
  ['a link and an area', link(1), area, false],
])('%s: same quiz key or not', (_name, one, other, isSame) => {
  expect(quizKeyOf(one) === quizKeyOf(other)).toBe(isSame)
})

test('starting, continuing or dropping a quiz leaves those under other keys unchanged', () => {
  fc.assert(
    fc.property(
      progressArbitrary,
      fc.constantFrom(...origins),
      fc.boolean(),
      (progress, origin, isDropped) => {
        const place = quizKeyOf(origin)
        const after = isDropped ? applyDiscardedAttempt(progress, place, 5) : begun(progress, origin, 5)
        const { [place]: _, ...others } = progress.sessions
        expect(after.sessions).toEqual({ ...others, [place]: after.sessions[place] })
      },
    ),
  )
})

test('a discarded attempt is not restored by an outdated tab', () => {
  const before = begun(begun(emptyProgress, area, 1), link(1), 2)
  const dropped = applyDiscardedAttempt(before, quizKeyOf(area), 3)
  const { sessions } = mergeProgress(before, dropped).progress
  expect(attemptsNewestFirst(sessions).map(({ origin }) => origin)).toEqual([link(1)])
})

test('if two tabs have the same quiz key, the latest change is kept', () => {
  const one = begun(emptyProgress, area, 1)
  const other = applySavedAttempt(one, attemptArbitrary({ at: 1 }), 2)
  expect(mergeProgress(one, other).progress.sessions).toEqual(other.sessions)
  expect(mergeProgress(other, one).report.sessions).toBe(0)
  expect(mergeProgress(one, other).report.sessions).toBe(1)
})

test('a reset clears every quiz', () => {
  expect(applyReset(begun(begun(emptyProgress, area, 1), link(1), 2), 3).sessions).toEqual({})
})

const manyLinks = (count: number, start = 1) =>
  Array.from({ length: count }, (_, index) => index).reduce(
    (progress, index) => begun(progress, link(index), start + index),
    emptyProgress,
  )

test('only the latest attempts are kept', () => {
  const progress = manyLinks(maxAttempts + 3)
  expect(Object.keys(progress.sessions)).toHaveLength(maxAttempts)
  expect(attemptsNewestFirst(progress.sessions)[0]?.origin).toEqual(link(maxAttempts + 2))
  expect(progress.sessions[quizKeyOf(link(2))]).toBeUndefined()
  expect(progress.sessions[quizKeyOf(link(3))]).toBeDefined()
})

test('an edited document with too many attempts opens with the latest', () => {
  const sessions = { ...manyLinks(maxAttempts).sessions, ...begun(emptyProgress, area, 0).sessions }
  const opened = parseText(serializeProgress({ ...emptyProgress, sessions }))
  expect(opened.kind === 'ok' && opened.progress.sessions).toEqual(manyLinks(maxAttempts).sessions)
})

test('merging two full documents gives a full one, commutatively and idempotently', () => {
  const early = manyLinks(maxAttempts)
  const late = begun(manyLinks(maxAttempts - 1, 20), area, 100)
  const { progress, report } = mergeProgress(early, late)
  expect(Object.keys(progress.sessions)).toHaveLength(maxAttempts)
  expect(mergeProgress(late, early).progress).toEqual(progress)
  expect(mergeProgress(progress, early).progress).toBe(progress)
  expect(report.sessions).toBeGreaterThan(0)
})

const entries = fc
  .dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), fc.nat(4), { maxKeys: 6 })
  .map((times) =>
    Object.fromEntries(Object.entries(times).map(([place, at]) => [place, { value: null, at }])),
  )
const newest = (...all: Progress['sessions'][]) => {
  const joined: Progress['sessions'] = {}
  for (const [place, entry] of all.flatMap((sessions) => Object.entries(sessions))) {
    if (entry.at >= (joined[place]?.at ?? 0)) joined[place] = entry
  }
  return joined
}

test('trimming to the latest before a merge loses nothing that trimming after it would keep', () => {
  fc.assert(
    fc.property(entries, entries, entries, (a, b, c) => {
      const keep = (sessions: Progress['sessions']) => latestAttempts(sessions, 3)
      const early = keep(newest(keep(newest(keep(a), keep(b))), keep(c)))
      expect(early).toEqual(keep(newest(a, b, c)))
    }),
    { numRuns: 500 },
  )
})

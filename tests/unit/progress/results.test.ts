import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeProgress, replaceProgress } from '#domain/progress/merge.ts'
import { serializeExport, serializeProgress } from '#domain/progress/parse.ts'
import { emptyProgress, type Progress } from '#domain/progress/progress.ts'
import { maxSavedResults, mergeResult, resultsNewestFirst } from '#domain/progress/saved-results.ts'
import {
  applyDeletedResult,
  applyDiscardedAttempt,
  applyReset,
  applySavedAttempt,
} from '#domain/progress/updates.ts'
import { type QuizOrigin, quizKeyOf } from '#domain/quiz/attempt.ts'
import { attemptArbitrary, parseText, progressArbitrary } from './arbitraries.ts'

const link: QuizOrigin = { kind: 'link', code: '1AAAAAA-one', attempt: 1 }
const finished = (startedAt: number, origin: QuizOrigin = link) =>
  attemptArbitrary({ origin, startedAt, finishedAt: startedAt + 5 })
const keys = (progress: Progress) => resultsNewestFirst(progress.results).map(({ key }) => key)
const attempts = (count: number) =>
  Array.from({ length: count }, (_, index) => index + 1).reduce(
    (progress, at) => applySavedAttempt(progress, finished(at), at),
    emptyProgress,
  )

test('every finished attempt of a link is saved, whatever happens under its quiz key afterwards', () => {
  let progress = applySavedAttempt(emptyProgress, finished(1), 6, [2, 1])
  progress = applySavedAttempt(progress, finished(11, { ...link, attempt: 2 } as QuizOrigin), 16)
  progress = applyDiscardedAttempt(progress, quizKeyOf(link), 17)
  expect(keys(progress)).toEqual(['link:AAAAAA@11-16', 'link:AAAAAA@1-6'])
  expect(resultsNewestFirst(progress.results)[1]).toMatchObject({ session: finished(1), revs: [2, 1] })
})

test('unfinished attempts and practice quizzes have no saved result', () => {
  expect(applySavedAttempt(emptyProgress, attemptArbitrary({ origin: link }), 1).results).toEqual({})
  expect(applySavedAttempt(emptyProgress, attemptArbitrary({ finishedAt: 5 }), 6).results).toEqual({})
})

test('an attempt that two tabs finish differently has two results', () => {
  const one = applySavedAttempt(emptyProgress, finished(1), 6)
  const other = applySavedAttempt(emptyProgress, { ...finished(1), finishedAt: 9 }, 9)
  expect(keys(mergeProgress(one, other).progress)).toHaveLength(2)
})

test('a deleted result stays deleted: viewed again, in an outdated tab, in a backup', () => {
  const kept = applySavedAttempt(emptyProgress, finished(1), 6)
  const deleted = applyDeletedResult(kept, keys(kept)[0]!, 10)
  expect(keys(applySavedAttempt(deleted, finished(1), 6000))).toEqual([])
  expect(keys(mergeProgress(kept, deleted).progress)).toEqual([])
  expect(keys(mergeProgress(deleted, kept).progress)).toEqual([])
  expect(keys(replaceProgress(deleted, kept).progress)).toEqual([])
})

test('deleting a result on two devices equals deleting it twice on one', () => {
  // The attempt finished after both deletions, as if the clock had been set back.
  const kept = applySavedAttempt(emptyProgress, finished(1), 1)
  const key = keys(kept)[0]!
  const [one, other] = [applyDeletedResult(kept, key, 2), applyDeletedResult(kept, key, 3)]
  expect(mergeProgress(one, other).progress.results).toEqual(applyDeletedResult(one, key, 3).results)
})

test('deleting an already deleted result still removes its quiz', () => {
  const kept = applySavedAttempt(emptyProgress, finished(1), 6)
  const key = keys(kept)[0]!
  const movedInAnotherTab = applySavedAttempt(
    applyDeletedResult(kept, key, 10),
    { ...finished(1), at: 1 },
    11,
  )
  const { sessions } = applyDeletedResult(movedInAnotherTab, key, 12)
  expect(sessions[quizKeyOf(link)]).toEqual({ value: null, at: 12 })
})

test('merging results is commutative and idempotent', () => {
  const entry = fc.record({
    value: fc.option(fc.constantFrom({ session: finished(1) }, { session: finished(2) })),
    at: fc.nat(3),
  })
  const newer = <T extends { at: number }>(a: T, b: T): T =>
    a.at !== b.at ? (a.at > b.at ? a : b) : JSON.stringify(a) >= JSON.stringify(b) ? a : b
  const join = (a: Progress['results'][string], b: Progress['results'][string]) => mergeResult(a, b, newer)
  fc.assert(
    fc.property(entry, entry, entry, (a, b, c) => {
      expect(join(a, b)).toEqual(join(b, a))
      expect(join(join(a, b), c)).toEqual(join(a, join(b, c)))
      expect(join(a, a)).toEqual(a)
      expect(join(join(a, b), b)).toEqual(join(a, b))
    }),
  )
})

test('only the latest results are kept, before and after a merge', () => {
  const many = attempts(maxSavedResults + 3)
  expect(keys(many)).toHaveLength(maxSavedResults)
  expect(keys(many)[0]).toBe(`link:AAAAAA@${maxSavedResults + 3}-${maxSavedResults + 8}`)
  expect(keys(mergeProgress(attempts(3), many).progress)).toEqual(keys(many))
})

test('a backup contains the results, and a reset clears them', () => {
  const before = attempts(2)
  const opened = parseText(serializeExport(before, 0))
  if (opened.kind !== 'ok') throw new Error(opened.kind)
  expect(replaceProgress(emptyProgress, opened.progress).progress.results).toEqual(before.results)
  expect(replaceProgress(emptyProgress, before).report.results).toBe(2)
  expect(applyReset(before, 9).results).toEqual({})
})

test('any document with results round-trips', () => {
  fc.assert(
    fc.property(progressArbitrary, (progress) => {
      expect(parseText(serializeProgress(progress))).toEqual({ kind: 'ok', progress })
    }),
  )
})

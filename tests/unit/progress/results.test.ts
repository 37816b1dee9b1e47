import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deleteResult, dropSession, reset, saveSession } from '#domain/progress/changes.ts'
import { adoptProgress, mergeProgress } from '#domain/progress/merge.ts'
import { serializeExport, serializeProgress } from '#domain/progress/parse.ts'
import { emptyProgress, type Progress } from '#domain/progress/progress.ts'
import { maxResults, mergeResult, resultsByTime } from '#domain/progress/results.ts'
import { placeOf, type QuizOrigin } from '#domain/quiz/session.ts'
import { anyProgress, aSession, openText } from './arbitraries.ts'

const link: QuizOrigin = { kind: 'link', code: '1AAAAAA-one', attempt: 1 }
const finished = (startedAt: number, origin: QuizOrigin = link) =>
  aSession({ origin, startedAt, finishedAt: startedAt + 5 })
const keys = (progress: Progress) => resultsByTime(progress.results).map(({ key }) => key)
const tries = (count: number) =>
  Array.from({ length: count }, (_, index) => index + 1).reduce(
    (progress, at) => saveSession(progress, finished(at), at),
    emptyProgress,
  )

test('every finished try of a link is kept, whatever happens at its place afterwards', () => {
  let progress = saveSession(emptyProgress, finished(1), 6, [2, 1])
  progress = saveSession(progress, finished(11, { ...link, attempt: 2 } as QuizOrigin), 16)
  progress = dropSession(progress, placeOf(link), 17)
  expect(keys(progress)).toEqual(['link:AAAAAA@11-16', 'link:AAAAAA@1-6'])
  expect(resultsByTime(progress.results)[1]).toMatchObject({ session: finished(1), revs: [2, 1] })
})

test('a try under way has no result yet, and practice has none at all', () => {
  expect(saveSession(emptyProgress, aSession({ origin: link }), 1).results).toEqual({})
  expect(saveSession(emptyProgress, aSession({ finishedAt: 5 }), 6).results).toEqual({})
})

test('the same try finished in two tabs with different answers is two results', () => {
  const one = saveSession(emptyProgress, finished(1), 6)
  const other = saveSession(emptyProgress, { ...finished(1), finishedAt: 9 }, 9)
  expect(keys(mergeProgress(one, other).progress)).toHaveLength(2)
})

test('a deleted result stays deleted: looked at again, in a tab behind, in a backup', () => {
  const kept = saveSession(emptyProgress, finished(1), 6)
  const deleted = deleteResult(kept, keys(kept)[0]!, 10)
  expect(keys(saveSession(deleted, finished(1), 6000))).toEqual([])
  expect(keys(mergeProgress(kept, deleted).progress)).toEqual([])
  expect(keys(mergeProgress(deleted, kept).progress)).toEqual([])
  expect(keys(adoptProgress(deleted, kept).progress)).toEqual([])
})

test('a result deleted on two devices is what it would be if one had deleted it twice', () => {
  // Its finish lies ahead of both moments, as after a clock was set back.
  const kept = saveSession(emptyProgress, finished(1), 1)
  const key = keys(kept)[0]!
  const [one, other] = [deleteResult(kept, key, 2), deleteResult(kept, key, 3)]
  expect(mergeProgress(one, other).progress.results).toEqual(deleteResult(one, key, 3).results)
})

test('deleting a result that was deleted before still takes the quiz from its place', () => {
  const kept = saveSession(emptyProgress, finished(1), 6)
  const key = keys(kept)[0]!
  const movedInAnotherTab = saveSession(deleteResult(kept, key, 10), { ...finished(1), at: 1 }, 11)
  const { sessions } = deleteResult(movedInAnotherTab, key, 12)
  expect(sessions[placeOf(link)]).toEqual({ value: null, at: 12 })
})

test('what a merge makes of one result does not depend on the order, and a second time changes nothing', () => {
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

test('however many tries are finished, the latest are kept and no more, before and after a merge', () => {
  const many = tries(maxResults + 3)
  expect(keys(many)).toHaveLength(maxResults)
  expect(keys(many)[0]).toBe(`link:AAAAAA@${maxResults + 3}-${maxResults + 8}`)
  expect(keys(mergeProgress(tries(3), many).progress)).toEqual(keys(many))
})

test('a backup carries the results, and a reset forgets them', () => {
  const before = tries(2)
  const opened = openText(serializeExport(before, 0))
  if (opened.kind !== 'ok') throw new Error(opened.kind)
  expect(adoptProgress(emptyProgress, opened.progress).progress.results).toEqual(before.results)
  expect(adoptProgress(emptyProgress, before).report.results).toBe(2)
  expect(reset(before, 9).results).toEqual({})
})

test('any document with results is read as it was written', () => {
  fc.assert(
    fc.property(anyProgress, (progress) => {
      expect(openText(serializeProgress(progress))).toEqual({ kind: 'ok', progress })
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isEmptyReport } from '#domain/progress/merge.ts'
import { emptyProgress, type Progress } from '#domain/progress/progress.ts'
import { restoreProgress } from '#domain/progress/restore.ts'
import { applySavedAttempt } from '#domain/progress/updates.ts'
import { type Attempt, quizKeyOf } from '#domain/quiz/attempt.ts'
import { attemptArbitrary, progressArbitrary } from './arbitraries.ts'

const answered = (at: number, response = 'a') => ({ response, score: 1, at })
const withAttempt = (attempt: Attempt, at: number) => applySavedAttempt(emptyProgress, attempt, at)
const attemptIn = (progress: Progress) => progress.sessions['area:images']?.value

const half = attemptArbitrary({ answers: { 'images.layering.q-size': answered(1100) } })
const other = { seed: 'other', startedAt: 5000 }

test.each([5, 2000])(
  'an attempt continued on another device gains its answers, whichever was used last (backup at %d)',
  (at) => {
    const elsewhere = { ...half, at: 1, answers: { 'images.layering.q-cow': answered(1200) } }
    const { progress, report, omittedAttempts } = restoreProgress(
      withAttempt(half, 1000),
      withAttempt(elsewhere, at),
    )
    expect(attemptIn(progress)?.answers).toEqual({ ...half.answers, ...elsewhere.answers })
    expect(attemptIn(progress)?.at, 'the reader stays at the question on screen').toBe(half.at)
    expect([report.sessions, omittedAttempts]).toEqual([1, 0])
  },
)

test('the later of two answers to one item stays', () => {
  const later = { ...half, answers: { 'images.layering.q-size': answered(1300, 'b') } }
  for (const [here, backup] of [
    [half, later],
    [later, half],
  ] as const)
    expect(
      attemptIn(restoreProgress(withAttempt(here, 1), withAttempt(backup, 9)).progress)?.answers,
    ).toEqual(later.answers)
})

test('a half-answered attempt is not replaced by a later attempt at the same quiz, and the report says so', () => {
  const here = withAttempt(half, 1000)
  const { progress, report, omittedAttempts } = restoreProgress(
    here,
    withAttempt({ ...half, ...other }, 9000),
  )
  expect(progress).toBe(here)
  expect([isEmptyReport(report), omittedAttempts]).toEqual([true, 1])
})

test.each<[string, Attempt]>([
  ['was only started', attemptArbitrary()],
  ['is finished', { ...half, finishedAt: 1200 }],
])('an attempt that %s gives way to a later one', (_, attempt) => {
  const { progress, omittedAttempts } = restoreProgress(
    withAttempt(attempt, 1000),
    withAttempt({ ...half, ...other }, 9000),
  )
  expect(attemptIn(progress)?.seed).toBe('other')
  expect(omittedAttempts).toBe(0)
})

test('an attempt that was finished on another device is finished here', () => {
  const finished = { ...half, finishedAt: 1500 }
  const { progress } = restoreProgress(withAttempt(half, 1000), withAttempt(finished, 1500))
  expect(attemptIn(progress)).toEqual(finished)
})

test('no restored backup takes an answer from an attempt under way', () => {
  fc.assert(
    fc.property(progressArbitrary, progressArbitrary, (here, backup) => {
      const { progress, report } = restoreProgress(here, backup)
      expect(isEmptyReport(report)).toBe(progress === here)
      for (const { value } of Object.values(here.sessions)) {
        if (!value || value.finishedAt !== undefined) continue
        const now = progress.sessions[quizKeyOf(value.origin)]?.value
        if (now?.finishedAt !== undefined) continue
        expect(Object.keys(now?.answers ?? {})).toEqual(expect.arrayContaining(Object.keys(value.answers)))
      }
    }),
  )
})

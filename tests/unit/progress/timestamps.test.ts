import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maxTimestamp } from '#domain/max-timestamp.ts'
import { latestAnswers } from '#domain/progress/answer-list.ts'
import { isEmptyReport, mergeProgress, replaceProgress } from '#domain/progress/merge.ts'
import { parseProgress, serializeExport, serializeProgress } from '#domain/progress/parse.ts'
import { emptyProgress, type Progress } from '#domain/progress/progress.ts'
import { resumeTarget } from '#domain/progress/resume-target.ts'
import { clampFutureTimestamps, nextTimestamp } from '#domain/progress/timestamps.ts'
import * as changes from '#domain/progress/updates.ts'
import { answerArbitrary, attemptArbitrary, progressArbitrary } from './arbitraries.ts'

const day = 24 * 60 * 60 * 1000
const now = Date.UTC(2026, 11, 1)
const ahead = Date.UTC(2031, 0, 1)

/** Applies an update at this time of the clock, as the store does. */
function applyAt(
  progress: Progress,
  at: number,
  update: (progress: Progress, timestamp: number) => Progress,
): Progress {
  const credible = clampFutureTimestamps(progress, at)
  return update(credible, nextTimestamp(credible, at))
}
const answers = (response: string) => (progress: Progress, at: number) =>
  changes.applyAnswer(progress, answerArbitrary({ at, response }))
const last = ({ answers: all }: Progress) => latestAnswers(all, new Map([[answerArbitrary().item, 1]]))
const lastResponse = (progress: Progress) => [...last(progress).values()][0]?.response

function opened(text: string, at = now): Progress {
  const result = parseProgress(text, at)
  if (result.kind !== 'ok') throw new Error(result.kind)
  return result.progress
}

/** All timestamps in the document, except the one that identifies the reset epoch. */
function timesIn({ era, ...progress }: Progress): number[] {
  const times: number[] = [era.cut ?? era.at]
  JSON.stringify(progress, (key, value) => {
    if (typeof value === 'number' && !['version', 'rev', 'score'].includes(key)) times.push(value)
    return key === 'value' && typeof value === 'object' ? undefined : value
  })
  return times
}

test('answers stay in order after the clock ran ahead', () => {
  const before = applyAt(emptyProgress, now - day, answers('before'))
  const wrong = applyAt(before, ahead, answers('by a clock that is ahead'))
  expect(lastResponse(clampFutureTimestamps(wrong, now))).toBe('by a clock that is ahead')
  const right = applyAt(wrong, now, answers('later'))
  expect(lastResponse(right)).toBe('later')
  expect(Math.max(...timesIn(right))).toBe(now)
})

test('after the clock fell behind, new timestamps are slightly later than existing ones', () => {
  const before = applyAt(emptyProgress, now, answers('before'))
  for (const behind of [0, Date.UTC(2020, 0, 1)]) {
    const after = applyAt(before, behind, answers('after'))
    expect(lastResponse(after)).toBe('after')
    expect(after.answers.map(({ at }) => at)).toEqual([now, now + 1])
  }
})

test('two changes in the same millisecond stay in order', () => {
  const both = applyAt(applyAt(emptyProgress, now, answers('z')), now, answers('a'))
  expect(lastResponse(both)).toBe('a')
})

test('a lesson opened with a clock far ahead does not stay the latest for years', () => {
  const lessons = [{ id: 'images.layering' }, { id: 'compose.profiles' }]
  const open = (id: string) => (progress: Progress, at: number) => changes.applyLessonOpened(progress, id, at)
  const early = applyAt(emptyProgress, ahead, open('images.layering'))
  const later = applyAt(early, now, open('compose.profiles'))
  expect(resumeTarget(later, lessons)).toEqual({ kind: 'opened', lesson: lessons[1] })
})

test('an older document in which a wrong answer from 2031 hid a right one shows the right one', () => {
  const { results: _, ...rest } = emptyProgress
  const text = JSON.stringify({
    ...rest,
    version: 3,
    answers: [
      answerArbitrary({ at: now - day, response: 'right' }),
      answerArbitrary({ at: ahead, response: 'wrong' }),
    ],
  })
  expect(lastResponse(opened(text))).toBe('right')
})

test('a backup with the latest possible time freezes neither theme nor role nor bookmarks', () => {
  let frozen = changes.applyTheme(emptyProgress, 'dark', maxTimestamp)
  frozen = changes.applyRole(frozen, 'manager', maxTimestamp)
  frozen = changes.applyBookmark(frozen, 'images.layering', true, maxTimestamp)
  const backup = opened(serializeExport(frozen, 0))
  const mine = applyAt(replaceProgress(emptyProgress, backup).progress, now, (progress, at) =>
    changes.applyBookmark(
      changes.applyRole(changes.applyTheme(progress, 'light', at), 'beginner', at),
      'images.layering',
      false,
      at,
    ),
  )
  for (const met of [replaceProgress(mine, backup).progress, mergeProgress(backup, mine).progress]) {
    expect([met.settings.theme?.value, met.settings.role?.value]).toEqual(['light', 'beginner'])
    expect(met.bookmarks['images.layering']?.on).toBe(false)
  }
})

test('a backup made with a clock ahead changes nothing when restored again on another day', () => {
  const text = serializeExport(applyAt(applyAt(emptyProgress, now, answers('a')), ahead, answers('b')), 0)
  const once = replaceProgress(emptyProgress, opened(text, now + day)).progress
  expect(isEmptyReport(replaceProgress(once, opened(text, now + 9 * day)).report)).toBe(true)
})

test('two tabs that notice a corrected clock at different times agree, and neither hides later changes', () => {
  const before = applyAt(applyAt(emptyProgress, now, answers('a')), ahead, (progress, at) =>
    changes.applyTheme(answers('b')(progress, at), 'dark', at),
  )
  const one = applyAt(before, now + day, (progress, at) => changes.applyTheme(progress, 'light', at))
  const other = clampFutureTimestamps(before, now + 2 * day)
  expect(mergeProgress(other, one).progress).toEqual(one)
})

/** Documents with timestamps spread over years, both in the past and in the future. */
const spread = progressArbitrary.map((progress) => {
  const moved = JSON.stringify(progress).replace(
    /"at":(\d+)/g,
    (_, at) => `"at":${now + (at - 2) * 400 * day}`,
  )
  return JSON.parse(moved) as Progress
})

/** A document without its timestamps. */
function withoutTimes({ era, answers, ...rest }: Progress) {
  const entries = JSON.parse(
    JSON.stringify(rest, (key, value) => (key === 'at' ? undefined : typeof value === 'number' ? 0 : value)),
  )
  return {
    ...entries,
    era: era.number,
    answers: answers.map(({ at: _, ...answer }) => JSON.stringify(answer)).sort(),
  }
}

test('parsed timestamps are never in the future, and parsing is idempotent', () => {
  fc.assert(
    fc.property(spread, (progress) => {
      const credible = opened(serializeProgress(progress))
      expect(Math.max(...timesIn(credible))).toBeLessThanOrEqual(now + 1000)
      expect(withoutTimes(credible)).toEqual(withoutTimes(progress))
      expect(clampFutureTimestamps(credible, now)).toBe(credible)
      expect(opened(serializeProgress(credible))).toEqual(credible)
    }),
  )
})

test('an attempt keeps its own times, which its time limit and result depend on', () => {
  const attempt = attemptArbitrary({ startedAt: ahead })
  const progress = clampFutureTimestamps(changes.applySavedAttempt(emptyProgress, attempt, ahead), now)
  expect(progress.sessions['area:images']?.value).toEqual(attempt)
  expect(progress.sessions['area:images']?.at).toBeLessThanOrEqual(now)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isEmptyReport, mergeProgress, replaceProgress } from '#domain/progress/merge.ts'
import { serializeExport } from '#domain/progress/parse.ts'
import { emptyProgress, type Progress } from '#domain/progress/progress.ts'
import {
  applyAnswer,
  applyBookmark,
  applyCompletedStep,
  applyLessonOpened,
  applyRead,
  applyReset,
  applyRole,
  applySavedAttempt,
  applyTheme,
  applyUnread,
} from '#domain/progress/updates.ts'
import { action, answerArbitrary, attemptArbitrary, parseText, progressArbitrary } from './arbitraries.ts'

function merged(...documents: Progress[]): Progress {
  return documents.reduce((a, b) => mergeProgress(a, b).progress)
}

test('merging is commutative', () => {
  fc.assert(
    fc.property(progressArbitrary, progressArbitrary, (a, b) => {
      expect(merged(a, b)).toEqual(merged(b, a))
    }),
  )
})

test('merging is associative', () => {
  fc.assert(
    fc.property(progressArbitrary, progressArbitrary, progressArbitrary, (a, b, c) => {
      expect(merged(merged(a, b), c)).toEqual(merged(a, merged(b, c)))
    }),
  )
})

test('merging is idempotent and returns the same object', () => {
  fc.assert(
    fc.property(progressArbitrary, progressArbitrary, (a, b) => {
      const once = merged(a, b)
      const again = mergeProgress(once, b)
      expect(again.progress).toBe(once)
      expect(isEmptyReport(again.report)).toBe(true)
    }),
  )
})

test('the report is empty exactly when nothing changed', () => {
  fc.assert(
    fc.property(progressArbitrary, progressArbitrary, (a, b) => {
      const adopted = replaceProgress(a, b)
      expect(isEmptyReport(adopted.report)).toBe(adopted.progress === a)
    }),
  )
})

test('merging backups of several devices in any order gives the same document as one device', () => {
  const spread = fc.array(fc.tuple(action, fc.nat(2)), { maxLength: 20 })
  const order = fc.shuffledSubarray([0, 1, 2], { minLength: 3 })
  fc.assert(
    fc.property(spread, order, (steps, devices) => {
      // An action may use two timestamps, so actions are two apart and never overlap.
      const apply = (own: typeof steps) =>
        own.reduce((progress, step) => step[0](progress, 1 + 2 * steps.indexOf(step)), emptyProgress)
      const imported = devices
        .map((device) => serializeExport(apply(steps.filter(([, by]) => by === device)), 0))
        .reduce((progress, text) => {
          const opened = parseText(text)
          if (opened.kind !== 'ok') throw new Error(opened.kind)
          return replaceProgress(progress, opened.progress).progress
        }, emptyProgress)
      expect(imported).toEqual(apply(steps))
    }),
  )
})

test('the report counts what the first document gained', () => {
  const mine = applyAnswer(applyTheme(emptyProgress, 'dark', 1), answerArbitrary({ at: 1 }))
  let other = applyAnswer(applyAnswer(mine, answerArbitrary({ at: 2 })), answerArbitrary({ at: 3 }))
  other = applyRole(
    applyBookmark(applyRead(other, 'images.layering', 4), 'compose.profiles', true, 5),
    'manager',
    6,
  )
  expect(mergeProgress(mine, other).report).toEqual({
    answers: 2,
    read: 1,
    opened: 0,
    bookmarks: 1,
    labs: 0,
    settings: 1,
    sessions: 0,
    results: 0,
  })
})

test('the newest setting wins, and removals persist', () => {
  const here = applyUnread(
    applyRead(applyTheme(emptyProgress, 'dark', 1), 'images.layering', 1),
    'images.layering',
    3,
  )
  const there = applyRead(applyTheme(emptyProgress, 'light', 2), 'images.layering', 2)
  const { settings, read } = merged(here, there)
  expect(settings.theme?.value).toBe('light')
  expect(read['images.layering']?.on).toBe(false)
})

test('at equal timestamps the content decides, identically on both sides', () => {
  const dark = applySavedAttempt(applyTheme(emptyProgress, 'dark', 1), attemptArbitrary({ title: 'One' }), 1)
  const light = applySavedAttempt(
    applyTheme(emptyProgress, 'light', 1),
    attemptArbitrary({ title: 'Other' }),
    1,
  )
  expect(merged(dark, light)).toEqual(merged(light, dark))
})

test('a reset reaches other tabs and keeps their later changes', () => {
  const before = applyLessonOpened(applyAnswer(emptyProgress, answerArbitrary()), 'images.layering', 2)
  const unaware = applyAnswer(applyRead(before, 'images.layering', 9000), answerArbitrary({ at: 9001 }))
  const { answers, read, opened, era } = merged(unaware, applyReset(before, 5000))
  expect([answers, Object.keys(read), opened]).toEqual([
    [answerArbitrary({ at: 9001 })],
    ['images.layering'],
    {},
  ])
  expect(era).toEqual({ number: 1, at: 5000 })
})

test('a reset in the future that two tabs correct is one reset, at the earlier time', () => {
  const era = { number: 1, at: 9000 }
  const one = { ...applyAnswer(emptyProgress, answerArbitrary({ at: 60 })), era: { ...era, cut: 50 } }
  const other = { ...emptyProgress, era: { ...era, cut: 70 } }
  expect(merged(one, other)).toEqual(one)
  expect(merged(other, one)).toEqual(one)
})

test('a reset keeps role and theme, and a tab that does not know of it may still change them', () => {
  const before = applyTheme(applyRole(emptyProgress, 'manager', 1), 'dark', 1)
  const { settings } = merged(applyReset(before, 5), applyTheme(before, 'light', 9))
  expect([settings.role?.value, settings.theme?.value]).toEqual(['manager', 'light'])
})

test('a backup from before a reset can be restored, including the open quiz', () => {
  const before = applySavedAttempt(applyAnswer(emptyProgress, answerArbitrary()), attemptArbitrary(), 2)
  const after = applyAnswer(applyReset(before, 5), answerArbitrary({ at: 6 }))
  const { progress } = replaceProgress(after, before)
  expect(progress.answers).toHaveLength(2)
  expect(progress.sessions).toEqual(before.sessions)
  expect(progress.era).toEqual(after.era)
})

test('lab steps passed in either document are passed, at the latest time; a reset clears them', () => {
  const here = applyCompletedStep(
    applyCompletedStep(emptyProgress, 'one-kernel', 'look', 5),
    'one-kernel',
    'count',
    6,
  )
  const there = applyCompletedStep(
    applyCompletedStep(emptyProgress, 'one-kernel', 'look', 3),
    'say-no',
    'try',
    9,
  )
  expect(merged(here, there).labs).toEqual({ 'one-kernel.look': 5, 'one-kernel.count': 6, 'say-no.try': 9 })
  expect(mergeProgress(here, there).report.labs).toBe(1)
  expect(merged(here, applyReset(there, 20)).labs).toEqual({})
})

test('a step passed before a reset and again after it is passed, in any order of merging', () => {
  const pass = (progress: Progress, at: number) => applyCompletedStep(progress, 'one-kernel', 'look', at)
  const [before, since, resetAt] = [
    pass(emptyProgress, 0),
    pass(emptyProgress, 2),
    applyReset(emptyProgress, 1),
  ]
  const unaware = pass(before, 2)
  for (const met of [
    merged(merged(before, since), resetAt),
    merged(before, merged(since, resetAt)),
    merged(merged(before, resetAt), since),
    merged(unaware, resetAt),
  ]) {
    expect(met.labs).toEqual({ 'one-kernel.look': 2 })
  }
})

test('entries named like methods of Object.prototype merge like any others', () => {
  const other = { ...emptyProgress, opened: { toString: 7 }, labs: { constructor: 8, hasOwnProperty: 9 } }
  expect(mergeProgress(emptyProgress, other).progress).toEqual(other)
  expect(mergeProgress(other, emptyProgress).progress).toEqual(other)
})

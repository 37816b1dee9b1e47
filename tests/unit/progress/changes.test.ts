import { expect, test } from 'vitest'
import { maxTimestamp } from '#domain/max-timestamp.ts'
import { mergeProgress } from '#domain/progress/merge.ts'
import { emptyProgress } from '#domain/progress/progress.ts'
import * as changes from '#domain/progress/updates.ts'
import { answerArbitrary } from './arbitraries.ts'

test('answers are stored oldest first, even if the clock went back', () => {
  const later = changes.applyAnswer(emptyProgress, answerArbitrary({ at: 9 }))
  const both = changes.applyAnswer(later, answerArbitrary({ at: 3 }))
  expect(both.answers.map(({ at }) => at)).toEqual([3, 9])
})

test('recording the same answer twice stores it once', () => {
  const once = changes.applyAnswer(emptyProgress, answerArbitrary({ response: { a: '1', b: '2' } }))
  expect(changes.applyAnswer(once, answerArbitrary({ response: { b: '2', a: '1' } }))).toBe(once)
})

test('two answers with the same timestamp are both kept', () => {
  const one = changes.applyAnswer(emptyProgress, answerArbitrary({ response: 'a' }))
  expect(changes.applyAnswer(one, answerArbitrary({ response: ['a'] })).answers).toHaveLength(2)
})

test('a change is always later than the one it replaces', () => {
  const set = changes.applyTheme(emptyProgress, 'dark', 5000)
  expect(changes.applyTheme(set, 'light', 10).settings.theme).toEqual({ value: 'light', at: 5001 })
})

test('timestamps are capped at the latest valid date', () => {
  const marked = changes.applyRead(emptyProgress, 'images.layering', maxTimestamp)
  expect(changes.applyUnread(marked, 'images.layering', 0).read['images.layering']).toEqual({
    on: false,
    at: maxTimestamp,
  })
})

test('opening a lesson again never moves its timestamp back', () => {
  const opened = changes.applyLessonOpened(emptyProgress, 'images.layering', 5)
  expect(changes.applyLessonOpened(opened, 'images.layering', 7).opened).toEqual({ 'images.layering': 7 })
  expect(changes.applyLessonOpened(opened, 'images.layering', 3)).toBe(opened)
})

test('single-key shortcuts are switched off and on, and a merge keeps the newer choice', () => {
  const off = changes.applyShortcuts(emptyProgress, 'off', 5)
  const on = changes.applyShortcuts(off, 'on', 9)
  expect(on.settings.shortcuts).toEqual({ value: 'on', at: 9 })
  for (const [a, b] of [
    [off, on],
    [on, off],
    [emptyProgress, on],
  ] as const) {
    expect(mergeProgress(a, b).progress.settings).toEqual(on.settings)
  }
})

test('an opened note is recorded under its lesson and its own name', () => {
  expect(changes.applyNoteOpened(emptyProgress, 'images.layering', 'why-sha256', 5).opened).toEqual({
    'images.layering#why-sha256': 5,
  })
})

test('a reset increments the epoch and keeps only the settings', () => {
  const before = changes.applyRole(changes.applyRead(emptyProgress, 'images.layering', 1), 'manager', 2)
  expect(changes.applyReset(before, 9)).toEqual({
    ...emptyProgress,
    era: { number: 1, at: 9 },
    settings: { role: { value: 'manager', at: 2 } },
  })
})

test('a passed lab step has the time of its latest pass, even if the clock went back', () => {
  const done = changes.applyCompletedStep(emptyProgress, 'one-kernel', 'same-kernel', 9)
  expect(changes.applyCompletedStep(done, 'one-kernel', 'same-kernel', 12).labs).toEqual({
    'one-kernel.same-kernel': 12,
  })
  expect(changes.applyCompletedStep(done, 'one-kernel', 'same-kernel', 4)).toBe(done)
})

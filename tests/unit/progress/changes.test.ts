import { expect, test } from 'vitest'
import * as changes from '#domain/progress/changes.ts'
import { mergeProgress } from '#domain/progress/merge.ts'
import { emptyProgress, latestTime } from '#domain/progress/progress.ts'
import { anAnswer } from './arbitraries.ts'

test('an answer is kept beside the ones before it, oldest first even when the clock went back', () => {
  const later = changes.applyAnswer(emptyProgress, anAnswer({ at: 9 }))
  const both = changes.applyAnswer(later, anAnswer({ at: 3 }))
  expect(both.answers.map(({ at }) => at)).toEqual([3, 9])
})

test('the same answer told twice is one answer', () => {
  const once = changes.applyAnswer(emptyProgress, anAnswer({ response: { a: '1', b: '2' } }))
  expect(changes.applyAnswer(once, anAnswer({ response: { b: '2', a: '1' } }))).toBe(once)
})

test('two answers of one moment are both kept', () => {
  const one = changes.applyAnswer(emptyProgress, anAnswer({ response: 'a' }))
  expect(changes.applyAnswer(one, anAnswer({ response: ['a'] })).answers).toHaveLength(2)
})

test('a change is later than the one it replaces, whatever the clock says', () => {
  const set = changes.setTheme(emptyProgress, 'dark', 5000)
  expect(changes.setTheme(set, 'light', 10).settings.theme).toEqual({ value: 'light', at: 5001 })
})

test('a change after the end of time is at the end of time, which still can be stored', () => {
  const marked = changes.markRead(emptyProgress, 'images.layering', latestTime)
  expect(changes.unmarkRead(marked, 'images.layering', 0).read['images.layering']).toEqual({
    on: false,
    at: latestTime,
  })
})

test('opening a lesson again moves its moment on, never back', () => {
  const opened = changes.openLesson(emptyProgress, 'images.layering', 5)
  expect(changes.openLesson(opened, 'images.layering', 7).opened).toEqual({ 'images.layering': 7 })
  expect(changes.openLesson(opened, 'images.layering', 3)).toBe(opened)
})

test('single-key shortcuts are switched off and on, and the newer choice wins where two meet', () => {
  const off = changes.setShortcuts(emptyProgress, 'off', 5)
  const on = changes.setShortcuts(off, 'on', 9)
  expect(on.settings.shortcuts).toEqual({ value: 'on', at: 9 })
  for (const [a, b] of [
    [off, on],
    [on, off],
    [emptyProgress, on],
  ] as const) {
    expect(mergeProgress(a, b).progress.settings).toEqual(on.settings)
  }
})

test('a note is opened under its lesson and its own name', () => {
  expect(changes.openNote(emptyProgress, 'images.layering', 'why-sha256', 5).opened).toEqual({
    'images.layering#why-sha256': 5,
  })
})

test('a reset counts resets and keeps settings only', () => {
  const before = changes.setRole(changes.markRead(emptyProgress, 'images.layering', 1), 'manager', 2)
  expect(changes.reset(before, 9)).toEqual({
    ...emptyProgress,
    era: { number: 1, at: 9 },
    settings: { role: { value: 'manager', at: 2 } },
  })
})

test('a step of a lab is passed since the last time, also when the clock went back', () => {
  const done = changes.passStep(emptyProgress, 'one-kernel', 'same-kernel', 9)
  expect(changes.passStep(done, 'one-kernel', 'same-kernel', 12).labs).toEqual({
    'one-kernel.same-kernel': 12,
  })
  expect(changes.passStep(done, 'one-kernel', 'same-kernel', 4)).toBe(done)
})

// @vitest-environment jsdom
import { renderHook } from '@testing-library/react'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { beforeEach, expect, test } from 'vitest'
import { emptyProgress } from '#domain/progress/progress.ts'
import { recordAnswer } from '#store/answers.ts'
import { discardAttempt, saveAttempt, useSavedAttempt } from '#store/attempts.ts'
import { createBackup, resetProgress, restoreBackup } from '#store/backup.ts'
import { setBookmark } from '#store/bookmarks.ts'
import { markRead, markUnread, recordLessonOpened, recordNoteOpened } from '#store/lessons.ts'
import { progressStore, startProgress, useProgress } from '#store/progress.ts'
import { progressKey } from '#store/quarantine.ts'
import { useRole } from '#store/role.ts'
import { storageStatus } from '#store/save-status.ts'
import { setRole, setTheme, useTheme } from '#store/settings.ts'
import { answerArbitrary, attemptArbitrary } from '#tests/unit/progress/arbitraries.ts'

function Shown() {
  return useTheme()
}

const { at: _at, ...answer } = answerArbitrary()

beforeEach(() => {
  localStorage.clear()
  progressStore.setState(emptyProgress, true)
})

test('every action changes its part of the document, and storage equals the store', () => {
  recordAnswer(answer)
  recordLessonOpened('images.layering')
  recordNoteOpened('images.layering', 'why-sha256')
  markRead('images.layering')
  markRead('compose.profiles')
  markUnread('compose.profiles')
  setBookmark('images.layering', true)
  setRole('manager')
  setTheme('dark')
  saveAttempt(attemptArbitrary())
  const progress = progressStore.getState()
  expect(progress.answers).toEqual([{ ...answer, at: expect.closeTo(Date.now(), -4) }])
  expect(Object.keys(progress.opened)).toEqual(['images.layering', 'images.layering#why-sha256'])
  expect(Object.values(progress.read).map(({ on }) => on)).toEqual([true, false])
  expect(progress.bookmarks['images.layering']?.on).toBe(true)
  expect([progress.settings.role?.value, progress.settings.theme?.value]).toEqual(['manager', 'dark'])
  expect(progress.sessions['area:images']?.value).toEqual(attemptArbitrary())
  expect(JSON.parse(localStorage.getItem(progressKey) ?? '')).toEqual(progress)
  discardAttempt('area:images')
  expect(progressStore.getState().sessions['area:images']?.value).toBeNull()
})

test('an answer that could not be parsed again is rejected, and the document stays valid', () => {
  recordAnswer(answer)
  const before = localStorage.getItem(progressKey)
  expect(() => recordAnswer({ ...answer, response: 'x'.repeat(501) })).toThrow()
  expect(() => saveAttempt(attemptArbitrary({ startedAt: Number.POSITIVE_INFINITY }))).toThrow()
  expect(localStorage.getItem(progressKey)).toBe(before)
})

test('starting loads the stored document, and follows other tabs until stopped', () => {
  localStorage.setItem(progressKey, JSON.stringify({ ...emptyProgress, answers: [answerArbitrary()] }))
  const stop = startProgress()
  expect(progressStore.getState().answers).toHaveLength(1)
  expect(storageStatus.getState().saveStatus).toEqual({ kind: 'saved', at: expect.anything() })
  localStorage.setItem(
    progressKey,
    JSON.stringify({ ...emptyProgress, answers: [answerArbitrary({ at: 2 })] }),
  )
  window.dispatchEvent(new StorageEvent('storage', { key: progressKey }))
  stop()
  expect(progressStore.getState().answers).toHaveLength(2)
})

test('a backup restores what was reset and reports the changes', () => {
  recordAnswer(answer)
  markRead('images.layering')
  const backup = createBackup()
  resetProgress()
  expect(progressStore.getState().answers).toEqual([])
  expect(restoreBackup(backup)).toEqual({
    kind: 'imported',
    omittedAttempts: 0,
    report: { answers: 1, read: 1, opened: 0, bookmarks: 0, labs: 0, settings: 0, sessions: 0, results: 0 },
  })
  expect(progressStore.getState().answers).toHaveLength(1)
})

test('undoing a reset restores everything and keeps later changes', () => {
  recordAnswer(answer)
  saveAttempt(attemptArbitrary())
  const outcome = resetProgress()
  markRead('images.layering')
  if (outcome.kind === 'done') outcome.undo()
  const { answers, sessions, read } = progressStore.getState()
  expect([answers.length, sessions['area:images']?.value, read['images.layering']?.on]).toEqual([
    1,
    attemptArbitrary(),
    true,
  ])
})

test.each(['', 'torn {', '{"version":4}'])('restoring %j changes nothing and reports why', (text) => {
  recordAnswer(answer)
  const before = progressStore.getState()
  expect(restoreBackup(text).kind).not.toBe('imported')
  expect(progressStore.getState()).toBe(before)
})

test('hooks show the stored values', () => {
  setRole('manager')
  saveAttempt(attemptArbitrary())
  const { result } = renderHook(() => [
    useRole(),
    useTheme(),
    useSavedAttempt('area:images')?.title,
    useProgress(({ answers }) => answers.length),
  ])
  expect(result.current).toEqual(['manager', 'system', 'Images', 0])
})

test('a prerendered page and the first render in the browser have no progress', () => {
  setTheme('dark')
  expect(renderToString(createElement(Shown))).toBe('system')
})

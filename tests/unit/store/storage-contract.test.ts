// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest'
import { browserStorage } from '#platform/storage.ts'
import { createFakeStorage } from './fake-storage.ts'

const storages = [
  ['localStorage', () => browserStorage()],
  ['the fake', () => createFakeStorage().storage],
] as const

beforeEach(() => localStorage.clear())

test.each(storages)('%s reads back what was written, and nothing where nothing was', (_name, make) => {
  const storage = make()
  expect(storage.read('a')).toEqual({ kind: 'nothing' })
  expect(storage.write('a', 'text')).toEqual({ kind: 'written' })
  expect(storage.read('a')).toEqual({ kind: 'text', text: 'text' })
})

test.each(storages)('%s distinguishes empty text from no text', (_name, make) => {
  const storage = make()
  storage.write('a', '')
  expect(storage.read('a')).toEqual({ kind: 'text', text: '' })
})

test.each(storages)('%s knows its keys, and forgets what is removed', (_name, make) => {
  const storage = make()
  storage.write('a', '1')
  storage.write('b', '2')
  storage.remove('a')
  storage.remove('never-there')
  expect(storage.keys()).toEqual(['b'])
})

/** A `localStorage` that throws this error whenever it is used. */
function throwing(error: unknown): () => Storage {
  return () => {
    throw error
  }
}

test('storage whose access throws is reported as blocked, without throwing', () => {
  const storage = browserStorage(throwing(new DOMException('denied', 'SecurityError')))
  expect(storage.read('a')).toEqual({ kind: 'forbidden' })
  expect(storage.write('a', '1')).toEqual({ kind: 'forbidden' })
  expect(storage.keys()).toEqual([])
  storage.remove('a')
})

test.each(['QuotaExceededError', 'NS_ERROR_DOM_QUOTA_REACHED'])('%s means full', (name) => {
  expect(browserStorage(throwing(new DOMException('', name))).write('a', '1')).toEqual({ kind: 'full' })
})

test('a browser’s full storage is reported as full', () => {
  const storage = browserStorage()
  expect(storage.write('a', 'x'.repeat(6_000_000))).toEqual({ kind: 'full' })
  expect(storage.read('a')).toEqual({ kind: 'nothing' })
})

test('changes of other tabs and a return from the back/forward cache are reported until unsubscribed', () => {
  let changeCount = 0
  const stop = browserStorage().onChange(() => changeCount++)
  window.dispatchEvent(new StorageEvent('storage', { key: 'a' }))
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }))
  stop()
  window.dispatchEvent(new StorageEvent('storage', { key: 'a' }))
  expect(changeCount).toBe(2)
})

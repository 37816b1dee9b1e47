import { expect, test } from 'vitest'
import type { TextStorage } from '#platform/storage.ts'
import { createTextCollection } from '#store/text-collection.ts'

function memory(write: TextStorage['write'] | undefined = undefined): TextStorage {
  const texts = new Map<string, string>()
  return {
    read: (key) => {
      const text = texts.get(key)
      return text === undefined ? { kind: 'nothing' } : { kind: 'text', text }
    },
    write:
      write ??
      ((key, text) => {
        texts.set(key, text)
        return { kind: 'written' }
      }),
    remove: (key) => void texts.delete(key),
    keys: () => [...texts.keys()],
    onChange: () => () => undefined,
  }
}

test('texts with one prefix are separate from all others', () => {
  const storage = memory()
  const [drafts, results] = [
    createTextCollection(storage, 'd.', 100),
    createTextCollection(storage, 'r.', 100),
  ]
  drafts.write([{ id: 'a', text: 'draft' }])
  results.write([{ id: 'a', text: 'result' }])
  expect(drafts.all()).toEqual([{ id: 'a', text: 'draft' }])
  drafts.remove('a')
  expect(results.read('a')).toBe('result')
})

test('together they stay within their quota, and texts without room are reported', () => {
  const kept = createTextCollection(memory(), 'd.', 10)
  expect([
    ...kept.write([
      { id: 'a', text: '12345678' },
      { id: 'b', text: '123' },
      { id: 'c', text: '12' },
    ]),
  ]).toEqual([['b', 'full']])
  // Overwriting a text frees the room that it took before.
  expect(kept.write([{ id: 'a', text: '1234' }]).size).toBe(0)
  expect(kept.write([{ id: 'b', text: '1234' }]).size).toBe(0)
})

test('blocked storage is distinguished from full storage', () => {
  const kept = createTextCollection(
    memory(() => ({ kind: 'forbidden' })),
    'd.',
    10,
  )
  expect([...kept.write([{ id: 'a', text: '1' }])]).toEqual([['a', 'forbidden']])
})

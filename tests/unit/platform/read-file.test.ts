import { expect, test } from 'vitest'
import { readFile } from '#platform/read-file.ts'

test('a file is read as text', async () => {
  expect(await readFile(new Blob(['täxt']), 10)).toEqual({ kind: 'text', text: 'täxt' })
})

test('a file over the limit is rejected by size without reading it', async () => {
  const file = Object.assign(new Blob(['12345']), { text: () => Promise.reject(new Error('read')) })
  expect(await readFile(file, 4)).toEqual({ kind: 'too-large', bytes: 5 })
})

test('reading a deleted file fails', async () => {
  const file = Object.assign(new Blob(['12345']), { text: () => Promise.reject(new Error('NotFoundError')) })
  expect(await readFile(file, 9)).toEqual({ kind: 'failed' })
})

import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createMessageReader } from '#features/lab/engine/engine-messages.ts'
import { watchScript } from '#features/lab/engine/watch-script.ts'

test('a message is put together from its pieces, wherever it was split', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (first, others) => {
      const read = createMessageReader()
      const pieces = [first, ...others]
      const told = pieces.map((piece, at) => read(`7;images;${at < pieces.length - 1 ? '+' : '.'};${piece}`))
      expect(told.pop()).toEqual({ subject: 'images', text: pieces.join('') })
      expect(told.every((each) => each === undefined)).toBe(true)
    }),
  )
})

test('a message that was never ended is dropped when the next one begins', () => {
  const read = createMessageReader()
  read('7;images;+;[half')
  expect(read('1;silent;.;')).toEqual({ subject: 'silent', text: '' })
  read('8;images;+;[half')
  expect(read('9;images;.;[]')).toEqual({ subject: 'images', text: '[]' })
})

test.each(['', '7', 'a;b;.;c', '7;images;x;[]'])('%j is not accepted as a piece of a message', (piece) => {
  expect(createMessageReader()(piece)).toBeUndefined()
})

test('the watch is a valid script that starts a valid one', () => {
  const inner = /<<'END_OF_WATCH'\n(.*)\nEND_OF_WATCH\n/s.exec(watchScript)?.[1] ?? ''
  for (const script of [watchScript, inner]) execFileSync('bash', ['-n'], { input: script })
  expect(inner).toContain('/events')
})

import fc from 'fast-check'
import { deflateSync } from 'fflate'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { fromBase64url, toBase64url } from '#domain/quiz-link/base64url.ts'
import { checksum } from '#domain/quiz-link/checksum.ts'
import { compressJson, decompressJson } from '#domain/quiz-link/compressed-json.ts'
import { unwrapPayload, wrapPayload } from '#domain/quiz-link/envelope.ts'
import { normalizePastedText } from '#domain/quiz-link/normalize-pasted-text.ts'
import { singleLineSchema, toSingleLine } from '#domain/quiz-link/single-line-text.ts'
import { workBudgetFor } from '#domain/quiz-link/work-budget.ts'

const head = { before: '', after: '' }
const open = (text: string) =>
  unwrapPayload(normalizePastedText(text).trim(), 0, head, workBudgetFor(text.length))
const unpacked = (text: string) => decompressJson(text, workBudgetFor(text.length))

test('base64url round-trips and matches Node', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
      const text = toBase64url(bytes)
      expect(text).toBe(Buffer.from(bytes).toString('base64url'))
      expect(fromBase64url(text)).toEqual(bytes)
    }),
  )
})

test('any text that decodes to bytes is their only encoding', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\w-]{0,12}$/), (text) => {
      const bytes = fromBase64url(text)
      if (bytes) expect(toBase64url(bytes)).toBe(text)
    }),
  )
  expect(fromBase64url('AB+/')).toBeUndefined()
  expect(fromBase64url('A')).toBeUndefined()
  expect(fromBase64url('AB')).toBeUndefined()
})

test('the checksum is the CRC-32 of ZIP files', () => {
  expect(checksum('123456789')).toBe(Buffer.from([0xcb, 0xf4, 0x39, 0x26]).toString('base64url'))
})

test('line wrapping in email does not break a code', () => {
  const code = wrapPayload('1', 'abcdefghijklmnopqrstuvwxyz')
  const opened = { kind: 'ok', version: 1, payload: 'abcdefghijklmnopqrstuvwxyz', code }
  for (const text of [
    ` ${code}\n`,
    `${code.slice(0, 20)}\r\n${code.slice(20)}`,
    `${code.slice(0, 20)}\n> > ${code.slice(20)}`,
    `${code.slice(0, 5)}\u00ad${code.slice(5)}\u200b`,
    `${code}. Good luck`,
    `${code}&utm_source=mail`,
    `${code}andmore`,
  ]) {
    expect(open(text), JSON.stringify(text)).toMatchObject(opened)
  }
})

test.each([
  ['', 'unrecognized'],
  ['main', 'unrecognized'],
  ['1', 'truncated'],
  ['1abc', 'truncated'],
  ['1AAAAAAAAA', 'corrupted'],
  [wrapPayload('1', 'abc').slice(0, -1), 'truncated'],
  [wrapPayload('1', 'abc').replace(/c$/, 'd'), 'corrupted'],
])('%j is %s', (text, kind) => {
  expect(open(text).kind).toBe(kind)
})

test('compressed JSON round-trips', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      // JSON has no negative zero.
      const plain = JSON.parse(JSON.stringify(value))
      expect(unpacked(compressJson(value))).toEqual({ value: plain })
    }),
  )
})

test('a decompression bomb is rejected', () => {
  const bomb = deflateSync(new TextEncoder().encode(`"${'a'.repeat(10_000_000)}"`), { level: 9 })
  expect(bomb.length).toBeLessThan(20_000)
  expect(unpacked(toBase64url(bomb))).toBeUndefined()
})

test('any text becomes a valid single line or undefined', () => {
  const schema = singleLineSchema(10)
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const line = toSingleLine(typed, 10)
      expect(line === '' || v.is(schema, line)).toBe(true)
      expect(toSingleLine(line, 10)).toBe(line)
    }),
  )
})

test.each(['', ' a', 'a\nb', 'a\u202eb', 'a\u0000', '\ud800', 'a'.repeat(11)])(
  '%j is not a plain line',
  (text) => {
    expect(v.is(singleLineSchema(10), text)).toBe(false)
  },
)

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededRandom } from '#domain/quiz/seeded-random.ts'
import { compressJson } from '#domain/quiz-link/compressed-json.ts'
import { wrapPayload } from '#domain/quiz-link/envelope.ts'
import { findResults } from '#domain/quiz-link/find-results.ts'
import type { QuizResult } from '#domain/quiz-link/quiz-result.ts'
import { decodeResultCode, encodeResultCode } from '#domain/quiz-link/result-code.ts'
import { decodeResultFile, encodeResultFile } from '#domain/quiz-link/result-file.ts'
import { damageArbitrary, itemResultWith, resultArbitrary, resultWith } from './arbitraries.ts'

const codeOf = (result: QuizResult) => encodeResultCode(result).code
const withoutResponses = (result: QuizResult) => ({
  ...result,
  items: result.items.map(({ response: _, ...item }) => item),
})

test('a result round-trips through its code, with the answers if they fit', () => {
  fc.assert(
    fc.property(resultArbitrary, (result) => {
      const { code, hasResponses } = encodeResultCode(result)
      expect(decodeResultCode(code)).toEqual({
        kind: 'ok',
        result: hasResponses ? result : withoutResponses(result),
      })
    }),
  )
})

test('a result round-trips through its file, with every answer', () => {
  fc.assert(
    fc.property(resultArbitrary, (result) => {
      expect(decodeResultFile(encodeResultFile(result))).toEqual({ kind: 'ok', result })
    }),
  )
})

/** Eighty random characters, which cannot be compressed. */
function longAnswer(index: number): string {
  const random = seededRandom(String(index))
  return Array.from({ length: 80 }, () => Math.floor(random() * 36).toString(36)).join('')
}

test('a code stays short enough to paste, without answers if they do not fit', () => {
  const items = Array.from({ length: 40 }, (_, index) =>
    itemResultWith({ id: `images.multi-stage.q-${index}`, response: longAnswer(index) }),
  )
  const { code, hasResponses } = encodeResultCode(resultWith({ items }))
  expect(hasResponses).toBe(false)
  expect(code.length).toBeLessThan(1000)
  expect(code).toMatch(/^DM1-[\w-]+$/)
})

test('a damaged code never decodes to another result', () => {
  fc.assert(
    fc.property(resultArbitrary, damageArbitrary, (result, damage) => {
      const code = codeOf(result)
      const decoded = decodeResultCode(damage(code))
      if (decoded.kind === 'ok') expect(decoded).toEqual(decodeResultCode(code))
    }),
    { numRuns: 500 },
  )
})

test('a damaged file never decodes to another result', () => {
  fc.assert(
    fc.property(resultArbitrary, damageArbitrary, (result, damage) => {
      const decoded = decodeResultFile(damage(encodeResultFile(result)))
      // Whitespace between the fields has no meaning, so damage to it has no effect.
      if (decoded.kind === 'ok') expect(decoded.result).toEqual(result)
    }),
    { numRuns: 500 },
  )
})

test.each<[string, string, string]>([
  ['nothing', '', 'invalid'],
  ['a link', '1abc', 'invalid'],
  ['half a code', codeOf(resultWith()).slice(0, 40), 'truncated'],
  [
    'a code with one character changed',
    codeOf(resultWith()).replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
    'corrupted',
  ],
  ['a code of a newer course', wrapPayload('DM2-', 'whatever'), 'newer'],
  ['a code that holds something else', wrapPayload('DM1-', compressJson({ a: 1 })), 'invalid'],
  ['a code that holds nothing', wrapPayload('DM1-', ''), 'invalid'],
])('%s is %s', (_name, code, kind) => {
  expect(decodeResultCode(code).kind).toBe(kind)
})

const file = (change: (parsed: Record<string, unknown>) => unknown) =>
  JSON.stringify(change(JSON.parse(encodeResultFile(resultWith()))))

test.each<[string, string, string]>([
  ['half a file', encodeResultFile(resultWith()).slice(0, 80), 'truncated'],
  ['other JSON', '{"format":"something"}', 'invalid'],
  [
    'a file with another score',
    file((parsed) => ({ ...parsed, result: { ...resultWith(), passPercent: 0 } })),
    'corrupted',
  ],
  ['a file without its result', file(({ result: _, ...rest }) => rest), 'invalid'],
  ['a file of a newer course', file((parsed) => ({ ...parsed, version: 2 })), 'newer'],
])('%s is reported and not imported', (_name, text, kind) => {
  expect(decodeResultFile(text).kind).toBe(kind)
})

test('a file reformatted by an editor, on one line or with Windows line endings, is still valid', () => {
  const text = encodeResultFile(resultWith({ name: 'Zoë 日本' }))
  expect(decodeResultFile(JSON.stringify(JSON.parse(text))).kind).toBe('ok')
  expect(decodeResultFile(`\ufeff${text.replaceAll('\n', '\r\n')}`).kind).toBe('ok')
})

test('decoding any text returns a value and never throws', () => {
  const kinds = ['truncated', 'corrupted', 'newer', 'invalid', 'ok']
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.stringMatching(/^DM1-[\w-]{0,60}$/)),
      (text) => {
        expect(kinds).toContain(decodeResultCode(text).kind)
        expect(kinds).toContain(decodeResultFile(text).kind)
        for (const found of findResults(text)) expect(kinds).toContain(found.kind)
      },
    ),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomFrom } from '#domain/quiz/random.ts'
import { seal } from '#domain/quiz-link/envelope.ts'
import { findResults } from '#domain/quiz-link/find-results.ts'
import { pack } from '#domain/quiz-link/packed.ts'
import type { QuizResult } from '#domain/quiz-link/result.ts'
import { decodeResultCode, encodeResultCode } from '#domain/quiz-link/result-code.ts'
import { decodeResultFile, encodeResultFile } from '#domain/quiz-link/result-file.ts'
import { anItemResult, anyDamage, anyResult, aResult } from './arbitraries.ts'

const codeOf = (result: QuizResult) => encodeResultCode(result).code
const withoutResponses = (result: QuizResult) => ({
  ...result,
  items: result.items.map(({ response: _, ...item }) => item),
})

test('a result comes back from its code, with the answers where they fit', () => {
  fc.assert(
    fc.property(anyResult, (result) => {
      const { code, hasResponses } = encodeResultCode(result)
      expect(decodeResultCode(code)).toEqual({
        kind: 'ok',
        result: hasResponses ? result : withoutResponses(result),
      })
    }),
  )
})

test('a result comes back from its file with every answer', () => {
  fc.assert(
    fc.property(anyResult, (result) => {
      expect(decodeResultFile(encodeResultFile(result))).toEqual({ kind: 'ok', result })
    }),
  )
})

/** What nobody could shorten: eighty characters of chance. */
function longAnswer(index: number): string {
  const random = randomFrom(String(index))
  return Array.from({ length: 80 }, () => Math.floor(random() * 36).toString(36)).join('')
}

test('a code stays short enough to paste: without answers when they would not fit', () => {
  const items = Array.from({ length: 40 }, (_, index) =>
    anItemResult({ id: `images.multi-stage.q-${index}`, response: longAnswer(index) }),
  )
  const { code, hasResponses } = encodeResultCode(aResult({ items }))
  expect(hasResponses).toBe(false)
  expect(code.length).toBeLessThan(1000)
  expect(code).toMatch(/^DM1-[\w-]+$/)
})

test('a damaged code is never taken for another result', () => {
  fc.assert(
    fc.property(anyResult, anyDamage, (result, damage) => {
      const code = codeOf(result)
      const decoded = decodeResultCode(damage(code))
      if (decoded.kind === 'ok') expect(decoded).toEqual(decodeResultCode(code))
    }),
    { numRuns: 500 },
  )
})

test('a damaged file is never taken for another result', () => {
  fc.assert(
    fc.property(anyResult, anyDamage, (result, damage) => {
      const decoded = decodeResultFile(damage(encodeResultFile(result)))
      // A changed space or line break between the fields changes nothing.
      if (decoded.kind === 'ok') expect(decoded.result).toEqual(result)
    }),
    { numRuns: 500 },
  )
})

test.each<[string, string, string]>([
  ['nothing', '', 'invalid'],
  ['a link', '1abc', 'invalid'],
  ['half a code', codeOf(aResult()).slice(0, 40), 'torn'],
  [
    'a code with one character changed',
    codeOf(aResult()).replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
    'tampered',
  ],
  ['a code of a newer course', seal('DM2-', 'whatever'), 'newer'],
  ['a code that holds something else', seal('DM1-', pack({ a: 1 })), 'invalid'],
  ['a code that holds nothing', seal('DM1-', ''), 'invalid'],
])('%s is %s', (_name, code, kind) => {
  expect(decodeResultCode(code).kind).toBe(kind)
})

const file = (change: (parsed: Record<string, unknown>) => unknown) =>
  JSON.stringify(change(JSON.parse(encodeResultFile(aResult()))))

test.each<[string, string, string]>([
  ['half a file', encodeResultFile(aResult()).slice(0, 80), 'torn'],
  ['other JSON', '{"format":"something"}', 'invalid'],
  [
    'a file with another score',
    file((parsed) => ({ ...parsed, result: { ...aResult(), passPercent: 0 } })),
    'tampered',
  ],
  ['a file without its result', file(({ result: _, ...rest }) => rest), 'invalid'],
  ['a file of a newer course', file((parsed) => ({ ...parsed, version: 2 })), 'newer'],
])('%s is told and not taken', (_name, text, kind) => {
  expect(decodeResultFile(text).kind).toBe(kind)
})

test('a file that an editor set anew, on one line or with Windows line ends, is still whole', () => {
  const text = encodeResultFile(aResult({ name: 'Zoë 日本' }))
  expect(decodeResultFile(JSON.stringify(JSON.parse(text))).kind).toBe('ok')
  expect(decodeResultFile(`\ufeff${text.replaceAll('\n', '\r\n')}`).kind).toBe('ok')
})

test('any text gives a value', () => {
  const kinds = ['torn', 'tampered', 'newer', 'invalid', 'ok']
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

test('codes are found in the words of mails: one a line, wrapped, quoted, or in a sentence', () => {
  const [ada, bob, eve, joe] = ['Ada', 'Bob', 'Eve', 'Joe'].map((name) => aResult({ name }))
  const wrapped = codeOf(bob!).replace(/(.{60})/g, '$1\n')
  const quoted = codeOf(eve!).replace(/(.{60})/g, '$1\r\n> ')
  const mail = `Hello,\n${codeOf(ada!)}\n${wrapped}\nOn Monday Eve wrote:\n> ${quoted}\n>\n> Best, Eve\nMine is ${codeOf(joe!)}. Thanks!`
  const found = findResults(mail)
  expect(found.map((each) => (each.kind === 'ok' ? each.result.name : each.kind))).toEqual([
    'Ada',
    'Bob',
    'Eve',
    'Joe',
  ])
})

test('the text of a file is found as one result, and a hundred codes as a hundred', () => {
  expect(findResults(encodeResultFile(aResult()))).toHaveLength(1)
  const codes = Array.from({ length: 100 }, (_, index) => codeOf(aResult({ name: `Learner ${index}` })))
  const found = findResults(codes.join(' '))
  expect(found).toHaveLength(100)
  expect(found.every(({ kind }) => kind === 'ok')).toBe(true)
})

test('words without a code hold no result', () => {
  expect(findResults('Sorry, I have lost my code. DM me.')).toEqual([])
})

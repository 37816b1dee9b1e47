import { deflateSync } from 'fflate'
import { expect, test } from 'vitest'
import { parseProgress } from '#domain/progress/parse.ts'
import type { ItemResponse } from '#domain/quiz/item-schema.ts'
import { toBase64url } from '#domain/quiz-link/base64url.ts'
import { compressJson, decompressJson } from '#domain/quiz-link/compressed-json.ts'
import { wrapPayload } from '#domain/quiz-link/envelope.ts'
import { findQuizLink } from '#domain/quiz-link/find-quiz-link.ts'
import { findResults } from '#domain/quiz-link/find-results.ts'
import { decodeResultCode, encodeResultCode } from '#domain/quiz-link/result-code.ts'
import { decodeResultFile, encodeResultFile } from '#domain/quiz-link/result-file.ts'
import { type WorkBudget, workBudgetFor } from '#domain/quiz-link/work-budget.ts'
import { itemResultWith, resultWith } from './arbitraries.ts'

const unlimited = 1e12
/** The work that reading costs: characters scanned and bytes decompressed. */
function workOf(read: (budget: WorkBudget) => unknown): WorkBudget {
  const budget = workBudgetFor(unlimited)
  const before = { ...budget }
  read(budget)
  return {
    characters: before.characters - budget.characters,
    bytes: before.bytes - budget.bytes,
  }
}
const repeated = (text: string, length: number) =>
  text.repeat(Math.ceil(length / text.length)).slice(0, length)
/** A code that claims to have the maximum length, but has other content. */
const overlongCode = 'DM1-AAAAAATiA'
const bomb = (size: number) => toBase64url(deflateSync(new Uint8Array(size).fill(34), { level: 9 }))
const bombs = wrapPayload('DM1-', bomb(64 * 1024 - 2))

test.each<[string, string]>([
  ['heads of codes', 'DM1-'],
  ['heads that claim the most', overlongCode],
  ['heads and dashes', 'DM1–—'],
  ['heads of links', '#1AAAAAATiA'],
  ['spaces', ' '],
  ['line breaks and quotation marks', '\n> '],
  ['accents', 'a\u0301\u0323'],
  ['encoded percent signs', '%25'],
  ['starts of files', '{"format":"docker-mastery-result",'],
  ['names of files', 'docker-mastery-result'],
])('%s: the work to decode them is linear in the length of the text', (_name, unit) => {
  for (const find of [findResults, findQuizLink]) {
    const read = (length: number) => {
      const text = repeated(unit, length)
      const budget = workBudgetFor(length)
      const all = { ...budget }
      find(text, budget)
      return { characters: all.characters - budget.characters, bytes: all.bytes - budget.bytes }
    }
    const long = read(200_000)
    expect(long.characters).toBeLessThan(10 * 200_000 + 600_000)
    expect(long.bytes).toBeLessThan(16 * 200_000 + 400_000)
  }
})

// At quadratic cost each of these would run into the time limit of tests many times over.
const fileHead = '{"format":"docker-mastery-result",'
test.each([
  ['spaces', ' '],
  ['tabs', '\t'],
  ['no-break spaces', '\u00a0'],
  ['spaces and line breaks', ' \n'],
  ['curly quotes and spaces', '“ '],
  ['backslashes', '\\'],
  ['opening braces', '{"a":'],
])('a result file followed by a long run of %s is read to its end', (_name, unit) => {
  for (const head of [fileHead, `${fileHead}"version":1,"name":"`, 'DM1-AAAAAAT'])
    expect(findResults(head + repeated(unit, 400_000)).every(({ kind }) => kind !== 'ok')).toBe(true)
})

test('inflating stops early: a bomb of megabytes costs no more than the largest code', () => {
  const text = bomb(10_000_000)
  expect(text.length).toBeLessThan(20_000)
  const work = workOf((budget) => expect(decompressJson(text, budget)).toBeUndefined())
  expect(work.bytes).toBeLessThan(64 * 1024 + 256 * 1032)
})

test('many decompression bombs in one text stay within the work budget', () => {
  const count = 2000
  const text = `${bombs}\n`.repeat(count)
  const budget = workBudgetFor(text.length)
  const { bytes } = budget
  const found = findResults(text, budget)
  expect(found).toHaveLength(count)
  expect(found.every(({ kind }) => kind === 'invalid')).toBe(true)
  expect(bytes - budget.bytes).toBeLessThan(16 * text.length + 400_000)
})

test('a thousand real codes are far below the work budget', () => {
  const text = Array.from({ length: 1000 }, (_, index) => {
    const items = Array.from({ length: 20 }, (_, item) => ({
      id: `images.multi-stage.q-${item}`,
      rev: 1,
      percent: (index * 7 + item) % 101,
      response: ['a', 'b'],
    }))
    return encodeResultCode(resultWith({ name: `Learner ${index}`, items })).code
  }).join('\n')
  const work = workOf((budget) => {
    expect(findResults(text, budget).every(({ kind }) => kind === 'ok')).toBe(true)
  })
  expect(work.characters).toBeLessThan(5 * text.length)
  expect(work.bytes).toBeLessThan(8 * text.length)
})

test('beyond the work budget, the unread rest is reported and codes found before are kept', () => {
  const good = encodeResultCode(resultWith()).code
  const found = findResults(`${good}\n${overlongCode.repeat(10_000)}`)
  expect(found[0]?.kind).toBe('ok')
  expect(found.length).toBeLessThan(10_001)
  expect(found.at(-1)).toMatchObject({ kind: 'invalid', reason: expect.stringContaining('Paste the rest') })
})

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
test.each([50, 5000, 100_000])('%d nested brackets are handled by every decoder', (depth) => {
  const whole = encodeResultFile(resultWith())
  const inside = whole.replace('"name": "Ada"', `"name": ${nested(depth)}`)
  expect(decodeResultFile(inside).kind).toBe('invalid')
  expect(decodeResultFile(whole.replace('"version": 1', `"version": 1, "more": ${nested(depth)}`)).kind).toBe(
    'invalid',
  )
  expect(findResults(inside).map(({ kind }) => kind)).toEqual(['invalid'])
  const packed =
    compressJson([]).length > 0 &&
    toBase64url(deflateSync(new TextEncoder().encode(nested(Math.min(depth, 30_000)))))
  expect(decodeResultCode(wrapPayload('DM1-', String(packed))).kind).toBe('invalid')
  expect(findQuizLink(wrapPayload('1', String(packed))).kind).toBe('invalid')
  expect(parseProgress(nested(depth), 0).kind).toBe('unreadable')
  expect(parseProgress(`{"version":4,"answers":${nested(depth)}}`, 0).kind).toBe('unreadable')
  expect(parseProgress(`{"version":3,"sessions":${nested(depth)}}`, 0).kind).toBe('unreadable')
})

test('a result that counts an item twice is rejected', () => {
  const forged = resultWith({ items: [itemResultWith({ percent: 100 }), itemResultWith({ percent: 100 })] })
  expect(decodeResultFile(encodeResultFile(forged)).kind).toBe('invalid')
  expect(decodeResultCode(encodeResultCode(forged).code).kind).toBe('invalid')
})

test('an answer with more parts than any item has is rejected, as a list and as pairs', () => {
  const kindOf = (response: ItemResponse) =>
    decodeResultFile(encodeResultFile(resultWith({ items: [itemResultWith({ response })] }))).kind
  const parts = Array.from({ length: 41 }, (_, index) => `part-${index}`)
  expect(kindOf(parts)).toBe('invalid')
  expect(kindOf(Object.fromEntries(parts.map((part) => [part, 'a'])))).toBe('invalid')
  expect(kindOf(parts.slice(1))).toBe('ok')
})

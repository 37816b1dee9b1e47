import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assignmentId } from '#domain/quiz/assignment-id.ts'
import { compressJson } from '#domain/quiz-link/compressed-json.ts'
import { wrapPayload } from '#domain/quiz-link/envelope.ts'
import { decodeQuizLink, encodeQuizLink } from '#domain/quiz-link/link-code.ts'
import { recommendedMaxLinkLength } from '#domain/quiz-link/quiz-link.ts'
import { damageArbitrary, quizLinkArbitrary, quizLinkWith } from './arbitraries.ts'

/** A code with the field at this index replaced. */
function linkWith(index: number, value: unknown): string {
  const fields: unknown[] = [
    'Title',
    null,
    ['a.b.c'],
    null,
    'seed',
    false,
    'end',
    70,
    'name',
    true,
    null,
    null,
    null,
  ]
  fields[index] = value
  return wrapPayload('1', compressJson(fields))
}

test('a quiz link round-trips through its code', () => {
  fc.assert(
    fc.property(quizLinkArbitrary, (link) => {
      const code = encodeQuizLink(link)
      expect(decodeQuizLink(code)).toEqual({ kind: 'ok', link, code })
      expect(decodeQuizLink(`#${code}`)).toEqual({ kind: 'ok', link, code })
    }),
  )
})

test('a corrupted code never decodes to a different link', () => {
  fc.assert(
    fc.property(quizLinkArbitrary, damageArbitrary, (link, damage) => {
      const code = encodeQuizLink(link)
      const decoded = decodeQuizLink(damage(code))
      // Damage that decoding repairs, such as a line break or text at the end, gives the same link.
      if (decoded.kind === 'ok') expect(decoded).toEqual({ kind: 'ok', link, code })
    }),
    { numRuns: 1000 },
  )
})

test('a change of any single character of a code is detected', () => {
  const code = encodeQuizLink(quizLinkWith())
  for (let at = 0; at < code.length; at++) {
    const other = code[at] === 'A' ? 'B' : 'A'
    const changed = code.slice(0, at) + other + code.slice(at + 1)
    expect(decodeQuizLink(changed).kind, `character ${at}`).not.toBe('ok')
  }
})

test('a truncated code is reported as truncated', () => {
  const code = encodeQuizLink(quizLinkWith())
  for (let length = 1; length < code.length; length++) {
    expect(decodeQuizLink(code.slice(0, length)).kind, `${length} characters`).toBe('truncated')
  }
})

test('decoding any text returns a value and never throws', () => {
  const kinds = ['truncated', 'corrupted', 'newer', 'invalid']
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[1-9][\w-]{0,60}$/)), (text) => {
      expect(kinds).toContain(decodeQuizLink(text).kind)
    }),
  )
})

test('any content of a valid envelope gives a value', () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true }), fc.nat(12), (value, index) => {
      expect(['ok', 'invalid']).toContain(decodeQuizLink(linkWith(index, value)).kind)
    }),
  )
})

test('a link of a newer version is reported as newer', () => {
  expect(decodeQuizLink(wrapPayload('3', 'what-version-3-holds'))).toEqual({ kind: 'newer', version: 3 })
})

test.each<[string, number, unknown]>([
  ['no title', 0, ''],
  ['a title of 200 characters', 0, 'a'.repeat(200)],
  ['a title with a line break', 0, 'a\nb'],
  ['a title that turns the direction of writing', 0, 'safe\u202eelif'],
  ['an id that is markup', 2, ['<b>.a.b']],
  ['an id of the prototype', 2, ['__proto__']],
  ['an item twice', 2, ['a.b.c', 'a.b.c']],
  ['101 items', 2, Array.from({ length: 101 }, (_, index) => `a.b.q${index}`)],
  ['no items', 2, []],
  ['an object for the items', 2, { __proto__: ['a.b.c'] }],
  ['an invalid seed', 4, '../..'],
  ['a pass mark over 100 percent', 7, 170],
  ['an infinite pass mark', 7, '1e999'],
  ['zero attempts', 10, 0],
  ['a year of minutes', 11, 525_600],
  ['a day that does not exist', 12, '2026-13-40T00:00Z'],
  ['a time in words', 12, 'tomorrow'],
])('%s is rejected', (_name, index, value) => {
  const decoded = decodeQuizLink(linkWith(index, value))
  expect(decoded.kind).toBe('invalid')
})

test('a draw of a million items is rejected', () => {
  const code = wrapPayload(
    '1',
    compressJson(['T', null, null, [1e6, ['a.b']], 's', false, 'end', 70, 'name', true]),
  )
  expect(decodeQuizLink(code)).toMatchObject({
    kind: 'invalid',
    reason: expect.stringMatching(/^selection\.count/),
  })
})

test('markup in a title is decoded as plain characters', () => {
  const title = '<script>alert(1)</script>'
  expect(decodeQuizLink(encodeQuizLink(quizLinkWith({ title })))).toMatchObject({ link: { title } })
})

test('only the same link has the same assignment id', () => {
  const one = encodeQuizLink(quizLinkWith())
  expect(assignmentId(one)).toMatch(/^[\w-]{6}$/)
  expect(assignmentId(encodeQuizLink(quizLinkWith()))).toBe(assignmentId(one))
  expect(assignmentId(encodeQuizLink(quizLinkWith({ seed: 'k3fa' })))).not.toBe(assignmentId(one))
})

/** The ids of all items in the course’s files, longest first. */
function courseItems(): string[] {
  const root = join(import.meta.dirname, '../../../content')
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('quiz.yaml'),
  )
  const ids = files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/^- id: (\S+)/gm)].flatMap(([, id]) => id ?? []),
  )
  return ids.sort((a, b) => b.length - a.length)
}

test('forty picked items with the longest ids and all fields fit into 2,000 characters', () => {
  const items = courseItems().slice(0, 40)
  expect(items).toHaveLength(40)
  const link = quizLinkWith({
    title:
      'A title that uses what a title may use: week 3, networking and storage for the new colleagues, please by Friday noon',
    by: 'The platform team of the company, Ms. A. Rossi-Lindqvist',
    selection: { kind: 'items', items },
    seed: 'mbx4k2zq',
    tries: 2,
    minutes: 45,
    due: '2026-11-30T23:59Z',
  })
  const address = 60 + '/a#'.length + encodeQuizLink(link).length
  expect(address).toBeLessThan(1400)
  expect(address).toBeLessThan(recommendedMaxLinkLength)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalizeText } from '#domain/typed/normalize-characters.ts'

test.each([
  ['—rm', '--rm'],
  ['–it', '--it'],
  ['–d', '-d'],
  ['docker — run', 'docker -- run'],
  ['a – b', 'a - b'],
  ['Anne–Marie', 'Anne-Marie'],
  ['“web” ‘a’ „b“ «c»', `"web" 'a' "b" "c"`],
  ['ＤＯＣＫＥＲ\u3000\tps。', 'DOCKER ps.'],
  ['コンテナー', 'コンテナー'],
  ['مرحبا ٤٢', 'مرحبا 42'],
  ['Zoe\u0308', 'Zoë'],
])('%s normalizes to %s', (text, plain) => {
  expect(normalizeText(text)).toBe(plain)
})

test('normalized text is unchanged', () => {
  const ascii = fc.string({ unit: 'grapheme-ascii' }).map((text) => text.replace(/\s+/g, ' ').trim())
  fc.assert(
    fc.property(ascii, (text) => {
      expect(normalizeText(text)).toBe(text)
    }),
  )
})

test('normalization handles every character in one pass', () => {
  const twice: string[] = []
  for (let code = 0; code < 0x30000; code++) {
    const plain = normalizeText(`a${String.fromCodePoint(code)}a`)
    if (normalizeText(plain) !== plain) twice.push(code.toString(16))
  }
  expect(twice).toEqual([])
})

test('normalizing is idempotent', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(normalizeText(normalizeText(text))).toBe(normalizeText(text))
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatSize } from '#domain/figures/format-size.ts'
import { parseByteSize } from '#domain/figures/parse-byte-size.ts'

test.each<[number, string]>([
  [0, '0 B'],
  [999, '999 B'],
  [1704, '1.7 kB'],
  [900_000_000, '900 MB'],
  [1_500_000_000, '1.5 GB'],
])('%i bytes are written %s', (bytes, text) => {
  expect(formatSize(bytes)).toBe(text)
})

test.each<[string, number | undefined]>([
  ['900 MB', 900_000_000],
  ['1.5 GiB', 1_610_612_736],
  [' 1,024kib ', 1_048_576],
  ['24', 24],
  ['.5 kB', 500],
  ['k', undefined],
  ['5 Mbit', undefined],
  ['1.2.3 MB', undefined],
])('%j is read as %s', (text, bytes) => {
  expect(parseByteSize(text)).toBe(bytes)
})

test('a formatted size parses back to about the same number of bytes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (bytes) => {
      expect(Math.abs((parseByteSize(formatSize(bytes)) ?? Number.NaN) - bytes)).toBeLessThanOrEqual(
        bytes / 199,
      )
    }),
  )
})

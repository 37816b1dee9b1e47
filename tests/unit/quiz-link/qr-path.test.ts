import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { qrPath } from '#features/instructor/qr-path.ts'

test('runs of dark modules become rectangles', () => {
  expect(
    qrPath([
      [true, true, false, true],
      [false, false, false, false],
      [false, true, true, true],
    ]),
  ).toBe('M0 0h2v1h-2zM3 0h1v1h-1zM1 2h3v1h-3z')
})

test('the path covers exactly the dark modules of a real code, inside its quiet zone', () => {
  const code = encode('https://example.org/a#1abc', { ecc: 'L', border: 4 })
  const dark = new Set<string>()
  for (const [, x, y, length] of qrPath(code.data).matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    for (let at = 0; at < Number(length); at++) dark.add(`${Number(x) + at} ${y}`)
  }
  code.data.forEach((row, y) => {
    row.forEach((isDark, x) => {
      expect(dark.has(`${x} ${y}`)).toBe(isDark)
    })
  })
  expect(code.data).toHaveLength(code.size)
})

import { expect, test } from 'vitest'
import { fixIpsecSizes } from '../../image-builder/fix-ipsec-sizes.ts'

/** `Len()` and `Serialize()` of a structure with this size. */
const methods = (size: number) => [
  ...[0xc7, 0x44, 0x24, 0x08, size, 0, 0, 0, 0xc3],
  ...[0xc7, 0x44, 0x24, 0x0c, size, 0, 0, 0, 0xc7, 0x44, 0x24, 0x10, size, 0, 0, 0, 0xc3],
]

test('both sizes lose four bytes wherever they stand, and the rest of dockerd is unchanged', () => {
  const after = fixIpsecSizes(Uint8Array.from([1, ...methods(0xa8), 2, ...methods(0xe0), 0xa8]))
  expect([...after]).toEqual([1, ...methods(0xa4), 2, ...methods(0xdc), 0xa8])
})

test.each([
  ['one of the two structures', methods(0xa8)],
  ['two candidates', [...methods(0xa8), ...methods(0xe0), ...methods(0xe0)]],
  ['a library that has the right sizes', [...methods(0xa4), ...methods(0xdc)]],
])('a dockerd with %s is rejected', (_, bytes) => {
  expect(() => fixIpsecSizes(Uint8Array.from(bytes))).toThrow('exactly once')
})

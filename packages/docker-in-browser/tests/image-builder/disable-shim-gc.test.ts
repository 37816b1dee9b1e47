import { expect, test } from 'vitest'
import { disableGarbageCollector } from '../../image-builder/disable-shim-gc.ts'

const sets = [0xc7, 0x04, 0x24, 40, 0, 0, 0, 0xe8]

test('the shim sets its garbage collector to -1 instead of 40 and is otherwise unchanged', () => {
  const after = disableGarbageCollector(Uint8Array.from([1, 2, ...sets, 3]))
  expect([...after]).toEqual([1, 2, 0xc7, 0x04, 0x24, 0xff, 0xff, 0xff, 0xff, 0xe8, 3])
})

test.each([
  ['no match', [1, 2, 3]],
  ['two matches', [...sets, 1, ...sets]],
])('a shim with %s is rejected', (_, bytes) => {
  expect(() => disableGarbageCollector(Uint8Array.from(bytes))).toThrow('exactly once')
})

import { expect, test } from 'vitest'
import { readV86Program } from '../node/v86-program.ts'
import { extraJitSlots, patchJitSlotCount } from '../src/code-cache/patch-jit-slots.ts'

test('the installed v86 gets more JIT slots and is still valid WebAssembly', () => {
  const before = readV86Program()
  const after = patchJitSlotCount(before)
  // Null after an update of v86: see what its list of free slots looks like now (docs/decisions/0016).
  expect(after).not.toBeNull()
  expect(WebAssembly.validate(after ?? before)).toBe(true)
})

test('the patch changes only the slot numbering', () => {
  const before = readV86Program()
  const after = patchJitSlotCount(before) ?? before
  const places = [...before.keys()].filter((at) => before[at] !== after[at])
  expect(after.length).toBe(before.length)
  expect(places.length).toBeLessThan(20)
  expect((places.at(-1) ?? 0) - (places[0] ?? 0)).toBeLessThan(300)
})

test('the table grows by the number of added slots', () => {
  const before = readV86Program()
  const after = patchJitSlotCount(before) ?? before
  expect(patchJitSlotCount(after), 'the new numbers stand there, the old ones no more').toBeNull()
  expect(extraJitSlots).toBe(4064 - 899)
})

test.each([
  ['another program', new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])],
  ['nothing', new Uint8Array()],
])('%s is left unchanged', (_, bytes) => {
  expect(patchJitSlotCount(bytes)).toBeNull()
})

import { expect, test } from 'vitest'
import { hashOf } from '../image-builder/cached-steps.ts'
import { readV86Program } from '../node/v86-program.ts'
import { parsePrecompiledCode, serializePrecompiledCode } from '../src/code-cache/precompiled-code.ts'
import { knownProgramSha256 } from '../src/emulator/v86-cpu.ts'

test('the installed v86 is the supported build', () => {
  // After an update of v86, look up `memoryAddresses` again (docs/decisions/0021); until then, no code is precompiled.
  expect(hashOf(readV86Program())).toBe(knownProgramSha256)
})

test.each([0, 1, 3])('precompiled code of %d pages survives serialization', (count) => {
  const pages = Array.from({ length: count }, (_, index) => ({
    slot: 2019 - index,
    page: 0x1ffff000 - index * 4096,
    bytes: 40_000 + index,
  }))
  const code = { ram: 0x922000, pages, memory: Uint8Array.of(1, 2, 3, 4, 5) }
  expect(parsePrecompiledCode(serializePrecompiledCode(code))).toEqual(code)
})

test('it can be parsed from a subarray', () => {
  const written = serializePrecompiledCode({ ram: 8, pages: [], memory: Uint8Array.of(7) })
  const among = new Uint8Array(written.length + 3)
  among.set(written, 3)
  expect(parsePrecompiledCode(among.subarray(3))).toEqual({ ram: 8, pages: [], memory: Uint8Array.of(7) })
})

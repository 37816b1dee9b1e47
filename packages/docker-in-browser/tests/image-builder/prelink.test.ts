import { describe, expect, test } from 'vitest'
import { prelink } from '../../image-builder/prelink.ts'

const base = 0x0804_8000

/** Offsets in the small program of these tests; they are the same in the file and in memory. */
const at = {
  programHeaders: 52,
  symbols: 0x100,
  strings: 0x130,
  relocations: 0x140,
  pltRelocations: 0x150,
  dynamic: 0x180,
  slots: 0x280,
  slot: 0x284,
  pointer: 0x288,
  imported: 0x28c,
  whereabouts: 0x300,
  code: 0x310,
  asks: 0x320,
  calls: 0x340,
}
const tag = { relocations: 17, relocationsSize: 18, relativeCount: 0x6fff_fffa }

describe('a prelinked program', () => {
  const before = pie()
  const after = prelink(before)

  test('has a fixed load address and the same entry point relative to it', () => {
    expect(half(after, 16)).toBe(2)
    expect(word(after, 24)).toBe(base + at.code)
    expect(word(after, at.programHeaders + 8)).toBe(base)
    expect(word(after, at.programHeaders + 32 + 8)).toBe(base + at.dynamic)
    expect(after.length).toBe(before.length)
  })

  test('has no relative relocations left', () => {
    expect(word(after, at.pointer)).toBe(base + at.code)
    expect(entry(after, tag.relativeCount)).toBe(0)
    expect(entry(after, tag.relocations)).toBe(base + at.relocations + 8)
    expect(entry(after, tag.relocationsSize)).toBe(8)
  })

  test('keeps library relocations at their new addresses', () => {
    expect(word(after, at.relocations + 8)).toBe(base + at.imported)
    expect(word(after, at.imported)).toBe(0)
    expect(word(after, at.pltRelocations)).toBe(base + at.slot)
  })

  test('has its PLT slots point into itself', () => {
    expect(word(after, at.slots)).toBe(base + at.dynamic)
    expect(word(after, at.slot)).toBe(base + at.code)
  })

  test('moves defined symbols but not undefined ones', () => {
    expect(word(after, at.symbols + 16 + 4)).toBe(base + at.code)
    expect(word(after, at.symbols + 32 + 4)).toBe(0)
  })

  test('has its own address inlined where it called for it', () => {
    expect(after[at.asks]).toBe(0xb9)
    expect(word(after, at.asks + 1)).toBe(base + at.asks + 5)
    expect(after.subarray(at.asks + 5, at.asks + 16)).toEqual(before.subarray(at.asks + 5, at.asks + 16))
  })

  test('keeps calls whose result is used in an unknown way', () => {
    expect(after.subarray(at.calls, at.calls + 16)).toEqual(before.subarray(at.calls, at.calls + 16))
  })
})

test.each([
  ['a text file', new TextEncoder().encode('#!/bin/sh\n'.padEnd(64)), 'Not a position-independent program'],
  ['a program with a fixed address', prelink(pie()), 'Not a position-independent program'],
  ['a relocation of another kind', changed(at.relocations + 4, 42), 'A relocation of kind 42 where 8'],
  ['an unknown entry in its dynamic section', changed(at.dynamic, 99), 'Unknown entry 63'],
  ['an address outside the file', changed(at.relocations, 0x9000), 'Nothing in the file is at address 9000'],
])('%s is rejected', (_, bytes, message) => {
  expect(() => prelink(bytes)).toThrow(message)
})

function changed(place: number, value: number): Uint8Array {
  const bytes = pie()
  new DataView(bytes.buffer).setUint32(place, value, true)
  return bytes
}

/** A position-independent i386 program: one segment, one pointer to itself, one symbol and one function of a library. */
function pie(): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(0x400)
  const view = new DataView(bytes.buffer)
  const words = (place: number, ...values: number[]) => {
    for (const [index, value] of values.entries()) view.setUint32(place + index * 4, value, true)
  }
  bytes.set([0x7f, 0x45, 0x4c, 0x46, 1, 1, 1])
  words(16, 3 | (3 << 16), 1, at.code, at.programHeaders)
  words(40, 52 | (32 << 16), 2)
  words(at.programHeaders, 1, 0, 0, 0, bytes.length, bytes.length, 7, 0x1000)
  words(at.programHeaders + 32, 2, at.dynamic, at.dynamic, at.dynamic, 0x100, 0x100, 6, 4)
  words(at.symbols + 16, 1, at.code, 0, 0x12 | (1 << 16))
  words(at.symbols + 32, 1, 0, 0, 0x12)
  words(at.relocations, at.pointer, 8, at.imported, 6 | (2 << 8))
  words(at.pltRelocations, at.slot, 7 | (2 << 8))
  const dynamic: [number, number][] = [
    [tag.relocations, at.relocations],
    [tag.relocationsSize, 16],
    [tag.relativeCount, 1],
    [23, at.pltRelocations],
    [2, 8],
    [3, at.slots],
    [5, at.strings],
    [6, at.symbols],
    [0x6fff_fffb, 0x0800_0000],
  ]
  words(at.dynamic, ...dynamic.flat())
  words(at.slots, at.dynamic, at.code, at.code)
  bytes.set([0x8b, 0x0c, 0x24, 0xc3], at.whereabouts) // mov (%esp),%ecx; ret
  const call = (place: number) => [0xe8, ...littleEndian(at.whereabouts - place - 5)]
  bytes.set([...call(at.asks), 0x8d, 0x89, 0, 1, 0, 0], at.asks) // lea 0x100(%ecx),%ecx
  bytes.set([...call(at.calls), 0x89, 0xc8], at.calls) // mov %ecx,%eax
  return bytes
}

function littleEndian(value: number): number[] {
  return [0, 8, 16, 24].map((by) => (value >> by) & 0xff)
}

function word(bytes: Uint8Array, place: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(place, true)
}

function half(bytes: Uint8Array, place: number): number {
  return word(bytes, place) & 0xffff
}

/** The value of an entry of the dynamic section. */
function entry(bytes: Uint8Array, of: number): number {
  let place = at.dynamic
  while (word(bytes, place) !== of) place += 8
  return word(bytes, place + 4)
}

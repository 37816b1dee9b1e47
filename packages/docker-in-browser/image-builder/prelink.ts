import { UnsupportedProgramError } from './unsupported-program.ts'

/**
 * Gives a position-independent i386 program a fixed address, so that the loader does not have to relocate it at each
 * start: Debian’s docker has 116,000 relocations, on 550 pages that are copied for them. Also replaces the calls with
 * which its functions ask for their own address (docs/decisions/0020-fewer-instructions.md). The program’s behavior stays
 * the same.
 *
 * Takes an ELF file and returns one of the same length. Throws an UnsupportedProgramError if it is not a
 * position-independent i386 program, or has a relocation or an entry of its dynamic section of an unknown kind.
 */
export function prelink(original: Uint8Array): Uint8Array {
  const elf = new ElfFile(original.slice())
  const dynamic = readDynamicEntries(elf)
  // The headers come last, because the other functions look addresses up in them.
  applyRelocations(elf, dynamic)
  moveSymbols(elf, dynamic)
  replacePcThunks(elf)
  moveDynamic(elf, dynamic)
  moveHeaders(elf)
  return elf.bytes
}

/** The address at which linkers put i386 programs that are not position-independent. */
const base = 0x0804_8000

type Segment = { type: number; flags: number; offset: number; address: number; size: number }

const loadedSegment = 1
const dynamicSegment = 2
const executableFlag = 1

class ElfFile {
  readonly bytes: Uint8Array
  readonly #view: DataView
  readonly segments: Segment[]

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    const [magic, is32Bit, sharedObject, i386] = [0x464c_457f, 1, 3, 3]
    if (
      this.word(0) !== magic ||
      bytes[4] !== is32Bit ||
      this.half(16) !== sharedObject ||
      this.half(18) !== i386
    )
      throw new UnsupportedProgramError('Not a position-independent program for i386.')
    this.segments = this.programHeaders().map((at) => ({
      type: this.word(at),
      offset: this.word(at + 4),
      address: this.word(at + 8),
      size: this.word(at + 16),
      flags: this.word(at + 24),
    }))
  }

  word = (at: number) => this.#view.getUint32(at, true)
  half = (at: number) => this.#view.getUint16(at, true)
  set = (at: number, value: number) => this.#view.setUint32(at, value, true)
  /** Adds the base address to an address in the file. */
  rebase = (at: number) => this.set(at, this.word(at) + base)

  programHeaders(): number[] {
    return rows(this.word(28), this.half(44), this.half(42))
  }

  sectionHeaders(): number[] {
    return rows(this.word(32), this.half(48), this.half(46))
  }

  /** The offset in the file of an address in the program. */
  offsetOf(address: number): number {
    const segment = this.segments.find(
      ({ type, address: start, size }) =>
        type === loadedSegment && address >= start && address < start + size,
    )
    if (!segment)
      throw new UnsupportedProgramError(`Nothing in the file is at address ${address.toString(16)}.`)
    return address - segment.address + segment.offset
  }
}

/** The offsets in the file of a table’s rows. */
function rows(start: number, count: number, size: number): number[] {
  return Array.from({ length: count }, (_, row) => start + row * size)
}

const tag = {
  pltRelocationsSize: 2,
  pltGot: 3,
  strings: 5,
  symbols: 6,
  relocations: 17,
  relocationsSize: 18,
  pltRelocations: 23,
  flags1: 0x6fff_fffb,
  relativeCount: 0x6fff_fffa,
}
/**
 * Tags whose values are addresses: hash, init, fini, init_array, fini_array, gnu_hash, verneed, versym, and four of
 * `tag`.
 */
const addressTags = new Set([
  ...[4, 12, 13, 25, 26, 0x6fff_fef5, 0x6fff_fffe, 0x6fff_fff0],
  ...[tag.pltGot, tag.strings, tag.symbols, tag.pltRelocations],
])
/**
 * Other tags: needed, strsz, syment, relent, pltrel, debug, init_arraysz, fini_arraysz, flags, verneednum, five of
 * `tag`.
 */
const otherTags = new Set([
  ...[1, 10, 11, 19, 20, 21, 27, 28, 30, 0x6fff_ffff],
  ...[tag.pltRelocationsSize, tag.relocations, tag.relocationsSize, tag.flags1, tag.relativeCount],
])

/** The offset in the file of each tag’s value. */
type DynamicEntries = Map<number, number>

function readDynamicEntries(elf: ElfFile): DynamicEntries {
  const segment = elf.segments.find(({ type }) => type === dynamicSegment)
  if (!segment) throw new UnsupportedProgramError('The program has no dynamic section.')
  const entries: DynamicEntries = new Map()
  for (let at = segment.offset; elf.word(at) !== 0; at += 8) {
    const found = elf.word(at)
    if (!addressTags.has(found) && !otherTags.has(found))
      throw new UnsupportedProgramError(
        `Unknown entry ${found.toString(16)} in the program's dynamic section.`,
      )
    entries.set(found, at + 4)
  }
  return entries
}

function dynamicValue(elf: ElfFile, dynamic: DynamicEntries, wanted: number): number {
  const at = dynamic.get(wanted)
  if (at === undefined)
    throw new UnsupportedProgramError(`The program's dynamic section lacks entry ${wanted.toString(16)}.`)
  return elf.word(at)
}

const relocation = { global: 6, jumpSlot: 7, relative: 8 }
const relocationBytes = 8

/** Relative relocations come first and are applied here. The loader applies the others, at their new addresses. */
function applyRelocations(elf: ElfFile, dynamic: DynamicEntries): void {
  const value = (wanted: number) => dynamicValue(elf, dynamic, wanted)
  const table = (address: number, bytes: number) =>
    rows(elf.offsetOf(address), bytes / relocationBytes, relocationBytes)
  const dataRelocations = table(value(tag.relocations), value(tag.relocationsSize))
  dataRelocations.forEach((at, index) => {
    const isRelative = index < value(tag.relativeCount)
    expectKind(elf, at, isRelative ? relocation.relative : relocation.global)
    if (isRelative) elf.rebase(elf.offsetOf(elf.word(at)))
    else elf.rebase(at)
  })
  for (const at of table(value(tag.pltRelocations), value(tag.pltRelocationsSize))) {
    expectKind(elf, at, relocation.jumpSlot)
    // A slot points back into the program until it is bound.
    elf.rebase(elf.offsetOf(elf.word(at)))
    elf.rebase(at)
  }
  // The first word of the table of slots is the address of the dynamic section.
  elf.rebase(elf.offsetOf(value(tag.pltGot)))
}

function expectKind(elf: ElfFile, at: number, kind: number): void {
  const found = elf.word(at + 4) & 0xff
  if (found !== kind)
    throw new UnsupportedProgramError(`A relocation of kind ${found} where ${kind} was expected.`)
}

/** Moves the symbols that the program defines. Their table ends where the strings begin. */
function moveSymbols(elf: ElfFile, dynamic: DynamicEntries): void {
  const [symbolBytes, absolute, threadLocal] = [16, 0xfff1, 6]
  const start = elf.offsetOf(dynamicValue(elf, dynamic, tag.symbols))
  const end = elf.offsetOf(dynamicValue(elf, dynamic, tag.strings))
  for (const at of rows(start, (end - start) / symbolBytes, symbolBytes)) {
    const section = elf.half(at + 14)
    const type = (elf.bytes[at + 12] ?? 0) & 0xf
    if (section !== 0 && section !== absolute && type !== threadLocal) elf.rebase(at + 4)
  }
}

/** The code of functions that return their caller’s address, `mov (%esp),%register; ret`, with the register. */
const pcThunks = new Map(
  [0, 1, 2, 3, 5, 6, 7].map((register) => [0xc324_048b | (register << 11), register] as const),
)

/**
 * Replaces each call of such a function with the address that it would return; both take five bytes. Skips calls that
 * are not followed by what compilers generate: an access relative to the address, or a constant that overwrites it.
 */
function replacePcThunks(elf: ElfFile): void {
  const call = 0xe8
  const callBytes = 5
  for (const { type, flags, offset, address, size } of elf.segments) {
    if (type !== loadedSegment || !(flags & executableFlag)) continue
    const code = elf.bytes.subarray(offset, offset + size)
    for (let at = code.indexOf(call); at !== -1 && at + 12 <= size; at = code.indexOf(call, at + 1)) {
      const target = (at + callBytes + elf.word(offset + at + 1)) | 0
      if (target < 0 || target + 4 > size || (address + target) % 16 !== 0) continue
      const register = pcThunks.get(elf.word(offset + target) | 0)
      if (register === undefined || !usesThunkResult(elf.half(offset + at + callBytes), register)) continue
      code[at] = 0xb8 | register // mov $address,%register
      elf.set(offset + at + 1, base + address + at + callBytes)
    }
  }
}

function usesThunkResult(instruction: number, register: number): boolean {
  const operation = instruction & 0xff
  const operand = instruction >> 8
  const relativeAccesses = [0x8d, 0x8b, 0x89] // lea, mov from, mov to
  const [relativeToRegister, registerItself] = [0x80 | register, 0xc0 | register]
  return (
    (relativeAccesses.includes(operation) && (operand & 0xc7) === relativeToRegister) ||
    (operation === 0xc7 && operand === registerItself)
  )
}

function moveDynamic(elf: ElfFile, dynamic: DynamicEntries): void {
  for (const [found, at] of dynamic) if (addressTags.has(found)) elf.rebase(at)
  const appliedBytes = dynamicValue(elf, dynamic, tag.relativeCount) * relocationBytes
  const update = (wanted: number, change: (value: number) => number) => {
    const at = dynamic.get(wanted)
    if (at !== undefined) elf.set(at, change(elf.word(at)))
  }
  update(tag.relocations, (address) => address + base + appliedBytes)
  update(tag.relocationsSize, (bytes) => bytes - appliedBytes)
  update(tag.relativeCount, () => 0)
  update(tag.flags1, (flags) => flags & ~0x0800_0000) // not position-independent
}

function moveHeaders(elf: ElfFile): void {
  const fixedAddress = 2
  elf.bytes[16] = fixedAddress
  elf.rebase(24) // the entry point
  for (const at of elf.programHeaders()) {
    const stack = 0x6474_e551
    if (elf.word(at) === stack) continue
    elf.rebase(at + 8)
    elf.rebase(at + 12)
  }
  for (const at of elf.sectionHeaders()) if (elf.word(at + 12) !== 0) elf.rebase(at + 12)
}

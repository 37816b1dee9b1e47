import { UnsupportedProgramError } from './unsupported-program.ts'

/**
 * A position-independent i386 program, tied to one address for good: what the loader would do at each start is done
 * once, here. Debian's docker has 116,000 places to be mended at every call, on 550 pages that are copied for it, and
 * each of its functions begins by asking where it stands (docs/decisions/0020-fewer-instructions.md). The program
 * does the same as before.
 *
 * Takes the bytes of an ELF file, returns others of the same length. Throws an UnknownProgram at a file that is no such
 * program, and at a relocation or an entry of its dynamic section of a kind that it doesn't know.
 */
export function prelink(original: Uint8Array): Uint8Array {
  const elf = new ElfFile(original.slice())
  const dynamic = dynamicEntries(elf)
  // In this order: headers are moved last, since addresses are looked up by them.
  applyRelocations(elf, dynamic)
  moveSymbols(elf, dynamic)
  replacePcThunks(elf)
  moveDynamic(elf, dynamic)
  moveHeaders(elf)
  return elf.bytes
}

/** Where linkers put programs for i386 that have a fixed address. */
const base = 0x0804_8000

type Segment = { type: number; flags: number; offset: number; address: number; size: number }

const loadedSegments = 1
const dynamicSegment = 2
const executable = 1

class ElfFile {
  readonly bytes: Uint8Array
  readonly #view: DataView
  readonly segments: Segment[]

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    const [magic, kind, shared, i386] = [0x464c_457f, 1, 3, 3]
    if (this.word(0) !== magic || bytes[4] !== kind || this.half(16) !== shared || this.half(18) !== i386)
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
  /** An address in the file, moved to where the program will be. */
  move = (at: number) => this.set(at, this.word(at) + base)

  programHeaders(): number[] {
    return rows(this.word(28), this.half(44), this.half(42))
  }

  sectionHeaders(): number[] {
    return rows(this.word(32), this.half(48), this.half(46))
  }

  /** Where in the file an address of the program is. */
  offsetOf(address: number): number {
    const segment = this.segments.find(
      ({ type, address: start, size }) =>
        type === loadedSegments && address >= start && address < start + size,
    )
    if (!segment)
      throw new UnsupportedProgramError(`Nothing in the file is at address ${address.toString(16)}.`)
    return address - segment.address + segment.offset
  }
}

/** Offsets of a table's rows in the file. */
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
/** hash, init, fini, init_array, fini_array, gnu_hash, verneed, versym, and four of the above. */
const addresses = new Set([
  ...[4, 12, 13, 25, 26, 0x6fff_fef5, 0x6fff_fffe, 0x6fff_fff0],
  ...[tag.pltGot, tag.strings, tag.symbols, tag.pltRelocations],
])
/** needed, strsz, syment, relent, pltrel, debug, init_arraysz, fini_arraysz, flags, verneednum. */
const plain = new Set([
  ...[1, 10, 11, 19, 20, 21, 27, 28, 30, 0x6fff_ffff],
  ...[tag.pltRelocationsSize, tag.relocations, tag.relocationsSize, tag.flags1, tag.relativeCount],
])

/** Of each tag, where in the file its value is. */
type Dynamic = Map<number, number>

function dynamicEntries(elf: ElfFile): Dynamic {
  const segment = elf.segments.find(({ type }) => type === dynamicSegment)
  if (!segment) throw new UnsupportedProgramError('The program has no dynamic section.')
  const entries: Dynamic = new Map()
  for (let at = segment.offset; elf.word(at) !== 0; at += 8) {
    const found = elf.word(at)
    if (!addresses.has(found) && !plain.has(found))
      throw new UnsupportedProgramError(
        `Unknown entry ${found.toString(16)} in the program's dynamic section.`,
      )
    entries.set(found, at + 4)
  }
  return entries
}

function entry(elf: ElfFile, dynamic: Dynamic, of: number): number {
  const at = dynamic.get(of)
  if (at === undefined)
    throw new UnsupportedProgramError(`The program's dynamic section lacks entry ${of.toString(16)}.`)
  return elf.word(at)
}

const relocation = { global: 6, jumpSlot: 7, relative: 8 }
const relocationBytes = 8

/** Relative ones stand first and are done here, all others are left to the loader, at their new places. */
function applyRelocations(elf: ElfFile, dynamic: Dynamic): void {
  const value = (of: number) => entry(elf, dynamic, of)
  const table = (address: number, bytes: number) =>
    rows(elf.offsetOf(address), bytes / relocationBytes, relocationBytes)
  const inData = table(value(tag.relocations), value(tag.relocationsSize))
  inData.forEach((at, index) => {
    const isRelative = index < value(tag.relativeCount)
    expectKind(elf, at, isRelative ? relocation.relative : relocation.global)
    if (isRelative) elf.move(elf.offsetOf(elf.word(at)))
    else elf.move(at)
  })
  for (const at of table(value(tag.pltRelocations), value(tag.pltRelocationsSize))) {
    expectKind(elf, at, relocation.jumpSlot)
    // Until a slot is bound it leads back into the program.
    elf.move(elf.offsetOf(elf.word(at)))
    elf.move(at)
  }
  // The first word of the table of slots says where the dynamic section is.
  elf.move(elf.offsetOf(value(tag.pltGot)))
}

function expectKind(elf: ElfFile, at: number, kind: number): void {
  const found = elf.word(at + 4) & 0xff
  if (found !== kind)
    throw new UnsupportedProgramError(`A relocation of kind ${found} where ${kind} was expected.`)
}

/** Symbols of the program itself; their table ends where the strings begin. */
function moveSymbols(elf: ElfFile, dynamic: Dynamic): void {
  const [symbolBytes, absolute, threadLocal] = [16, 0xfff1, 6]
  const start = elf.offsetOf(entry(elf, dynamic, tag.symbols))
  const end = elf.offsetOf(entry(elf, dynamic, tag.strings))
  for (const at of rows(start, (end - start) / symbolBytes, symbolBytes)) {
    const section = elf.half(at + 14)
    const type = (elf.bytes[at + 12] ?? 0) & 0xf
    if (section !== 0 && section !== absolute && type !== threadLocal) elf.move(at + 4)
  }
}

/** `mov (%esp),%register; ret`: the answer to «where am I?», by register. */
const answers = new Map(
  [0, 1, 2, 3, 5, 6, 7].map((register) => [0xc324_048b | (register << 11), register] as const),
)

/**
 * A call that only asks where it stands becomes the answer: both take five bytes. What follows it has to be as
 * compilers write it, an address beside the answer or a number put over it; other calls stay as they are.
 */
function replacePcThunks(elf: ElfFile): void {
  const call = 0xe8
  const callBytes = 5
  for (const { type, flags, offset, address, size } of elf.segments) {
    if (type !== loadedSegments || !(flags & executable)) continue
    const code = elf.bytes.subarray(offset, offset + size)
    for (let at = code.indexOf(call); at !== -1 && at + 12 <= size; at = code.indexOf(call, at + 1)) {
      const target = (at + callBytes + elf.word(offset + at + 1)) | 0
      if (target < 0 || target + 4 > size || (address + target) % 16 !== 0) continue
      const register = answers.get(elf.word(offset + target) | 0)
      if (register === undefined || !usesThunkResult(elf.half(offset + at + callBytes), register)) continue
      code[at] = 0xb8 | register // mov number,%register
      elf.set(offset + at + 1, base + address + at + callBytes)
    }
  }
}

function usesThunkResult(instruction: number, register: number): boolean {
  const operation = instruction & 0xff
  const operand = instruction >> 8
  const beside = [0x8d, 0x8b, 0x89] // lea, mov from, mov to
  const [besideRegister, registerItself] = [0x80 | register, 0xc0 | register]
  return (
    (beside.includes(operation) && (operand & 0xc7) === besideRegister) ||
    (operation === 0xc7 && operand === registerItself)
  )
}

function moveDynamic(elf: ElfFile, dynamic: Dynamic): void {
  for (const [found, at] of dynamic) if (addresses.has(found)) elf.move(at)
  const done = entry(elf, dynamic, tag.relativeCount) * relocationBytes
  const put = (of: number, change: (value: number) => number) => {
    const at = dynamic.get(of)
    if (at !== undefined) elf.set(at, change(elf.word(at)))
  }
  put(tag.relocations, (address) => address + base + done)
  put(tag.relocationsSize, (bytes) => bytes - done)
  put(tag.relativeCount, () => 0)
  put(tag.flags1, (flags) => flags & ~0x0800_0000) // position-independent
}

function moveHeaders(elf: ElfFile): void {
  const fixedAddress = 2
  elf.bytes[16] = fixedAddress
  elf.move(24) // where it begins
  for (const at of elf.programHeaders()) {
    const stack = 0x6474_e551
    if (elf.word(at) === stack) continue
    elf.move(at + 8)
    elf.move(at + 12)
  }
  for (const at of elf.sectionHeaders()) if (elf.word(at + 12) !== 0) elf.move(at + 12)
}

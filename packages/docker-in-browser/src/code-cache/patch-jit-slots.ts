/**
 * v86 has 899 slots for compiled modules and discards all modules when no slot is free, which happens after six or seven
 * `docker run`s. The number is a constant in its program, which is therefore patched in memory
 * (docs/decisions/0016-a-page-at-a-time.md).
 */
const originalSlotCount = 899
/** The last three of these stay unused: their numbers need more bytes than the program has for them. */
const listedSlotCount = 4067
const unusedSlots = 3

/** By how many entries v86’s table of functions has to grow for the patched program. */
export const extraJitSlots = listedSlotCount - unusedSlots - originalSlotCount

/**
 * v86’s program with more slots; null if it is not the program that the patch was written for, which then runs
 * unpatched. Both lists are 3 longer than a multiple of 32, because the compiler unrolled the loop that numbers the
 * slots: it does 32 at a time, and the last three after it.
 */
export function patchJitSlotCount(program: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
  const before = slotNumberingCode({
    listed: originalSlotCount,
    last: originalSlotCount,
    used: originalSlotCount,
  })
  const after = slotNumberingCode({
    listed: listedSlotCount,
    last: originalSlotCount,
    used: listedSlotCount - unusedSlots,
  })
  const changed = program.slice()
  for (const [index, code] of before.entries()) {
    const at = indexOf(program, code, 0)
    const isUnique = at >= 0 && indexOf(program, code, at + 1) < 0
    const replacement = after[index]
    if (!isUnique || replacement?.length !== code.length) return null
    changed.set(replacement, at)
  }
  return changed
}

const constant = 0x41
const store = (field: number) => [0x36, 0x02, ...unsignedLeb128(field)]

/**
 * The instructions that create the list of free slots, an array of 16-bit numbers from 1: its allocation and capacity,
 * the end of the loop, the three numbers after the loop, and its length. Each occurs once in the program.
 */
function slotNumberingCode({
  listed,
  last,
  used,
}: {
  listed: number
  last: number
  used: number
}): number[][] {
  const loopEnd = 2 * (listed - 3)
  const list = [0x20, 0x05]
  return [
    [constant, ...signedLeb128(2 * listed), 0x10, 0xf1, 0x8b, 0x80, 0x80, 0x00],
    [constant, ...signedLeb128(listed), ...store(0x120)],
    [constant, ...signedLeb128(loopEnd), 0x47, 0x0d, 0x00, 0x0b, ...list],
    [...list, constant, ...signedLeb128(last), 0x3b, 0x01, ...unsignedLeb128(loopEnd + 4)],
    [
      ...list,
      constant,
      ...signedLeb128(last - 2 + ((last - 1) << 16)),
      0x36,
      0x01,
      ...unsignedLeb128(loopEnd),
    ],
    [constant, ...signedLeb128(used), ...store(0x128)],
  ]
}

/** LEB128, WebAssembly’s encoding of integers: seven bits per byte, lowest first; the eighth bit means that more follow. */
function unsignedLeb128(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsignedLeb128(value >>> 7)]
}

function signedLeb128(value: number): number[] {
  return value < 0x40 ? [value] : [(value & 0x7f) | 0x80, ...signedLeb128(value >>> 7)]
}

function indexOf(bytes: Uint8Array, part: number[], from: number): number {
  const [first = 0] = part
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1))
    if (part.every((byte, offset) => bytes[at + offset] === byte)) return at
  return -1
}

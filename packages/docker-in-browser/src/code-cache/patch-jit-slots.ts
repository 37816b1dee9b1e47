/**
 * v86 keeps the modules that it compiles in 899 slots and throws all of them away when none is free, which here is
 * after six or seven `docker run`s. The number is a constant of its program, so it is changed there, in memory
 * (docs/decisions/0016-a-page-at-a-time.md).
 */
const originalSlotCount = 899
/** Of the longer list the last three stay unused: their numbers would need more bytes than the program has there. */
const firstListedSlot = 4067
const unused = 3

/** How many functions v86's table has to grow by for `withMoreSlots`. */
export const extraJitSlots = firstListedSlot - unused - originalSlotCount

/**
 * v86's program with more slots, or null where it is not the program that this was written for: then it runs as it
 * came. Both lists are 3 longer than a multiple of 32, because the compiler made the loop that numbers the slots do 32
 * of them at a time and the last three after it.
 */
export function patchJitSlotCount(program: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
  const before = slotNumberingCode({
    listed: originalSlotCount,
    last: originalSlotCount,
    used: originalSlotCount,
  })
  const after = slotNumberingCode({
    listed: firstListedSlot,
    last: originalSlotCount,
    used: firstListedSlot - unused,
  })
  const changed = program.slice()
  for (const [index, code] of before.entries()) {
    const at = indexOf(program, code, 0)
    const occursOnce = at >= 0 && indexOf(program, code, at + 1) < 0
    const replacement = after[index]
    if (!occursOnce || replacement?.length !== code.length) return null
    changed.set(replacement, at)
  }
  return changed
}

const constant = 0x41
const store = (field: number) => [0x36, 0x02, ...unsigned(field)]

/**
 * The instructions that make the list of free slots, an array of 16-bit numbers from 1: its room and its capacity for
 * all that are listed, the end of the loop, the three numbers that the loop leaves, up to the last one, and its length.
 * Each stands once in the program.
 */
function slotNumberingCode({
  listed: firstListedSlot,
  last,
  used,
}: {
  listed: number
  last: number
  used: number
}): number[][] {
  const loopEnd = 2 * (firstListedSlot - 3)
  const list = [0x20, 0x05]
  return [
    [constant, ...signed(2 * firstListedSlot), 0x10, 0xf1, 0x8b, 0x80, 0x80, 0x00],
    [constant, ...signed(firstListedSlot), ...store(0x120)],
    [constant, ...signed(loopEnd), 0x47, 0x0d, 0x00, 0x0b, ...list],
    [...list, constant, ...signed(last), 0x3b, 0x01, ...unsigned(loopEnd + 4)],
    [...list, constant, ...signed(last - 2 + ((last - 1) << 16)), 0x36, 0x01, ...unsigned(loopEnd)],
    [constant, ...signed(used), ...store(0x128)],
  ]
}

/** WebAssembly's numbers: seven bits a byte, the lowest first, the eighth says that more follow. */
function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)]
}

function signed(value: number): number[] {
  return value < 0x40 ? [value] : [(value & 0x7f) | 0x80, ...signed(value >>> 7)]
}

function indexOf(bytes: Uint8Array, part: number[], from: number): number {
  const [first = 0] = part
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1))
    if (part.every((byte, offset) => bytes[at + offset] === byte)) return at
  return -1
}

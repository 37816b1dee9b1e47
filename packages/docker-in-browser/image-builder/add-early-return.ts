/**
 * Adds an early return to a JIT module: it returns at once when it is called with -1, which v86 never does. After
 * enough such calls, the browser considers the module hot and optimizes it before the guest needs it. The early
 * return branches to the module’s end, which writes the registers back unchanged, because the browser measures a call’s
 * heat by how far into the function it gets.
 */
export function addEarlyReturn(module: Uint8Array): Uint8Array {
  const code = findSection(module, codeSection)
  // The section has the count of functions, which is 1, and the function: its size, locals and code.
  const size = readLeb128(module, readLeb128(module, code.start).next)
  const opening = indexOf(module, openingCode, size.next)
  if (opening < 0 || opening > size.next + 400)
    throw new Error('This module does not begin like those of v86.')
  // In the outermost block, whose end is the end of the function.
  const at = opening + 2
  const result = new Uint8Array(module.length + earlyReturnCode.length)
  result.set(module.subarray(0, at))
  result.set(earlyReturnCode, at)
  result.set(module.subarray(at), at + earlyReturnCode.length)
  for (const place of [code.size, size]) writeLeb128(result, place, place.value + earlyReturnCode.length)
  return result
}

const codeSection = 10
/** Opens two blocks, whose ends are the normal end and that after a failure, and the loop in them. */
const openingCode = [0x02, 0x40, 0x02, 0x40, 0x03, 0x40]
/** Branches to the end of the outermost block if parameter 0 is negative. */
const earlyReturnCode = [0x20, 0x00, 0x41, 0x00, 0x48, 0x0d, 0x00]

/** An unsigned LEB128 number: its value, its offset and that of the byte after it. */
type Leb128 = { value: number; at: number; next: number }

function findSection(module: Uint8Array, wanted: number): { size: Leb128; start: number } {
  let at = 8
  while (at < module.length) {
    const size = readLeb128(module, at + 1)
    if (module[at] === wanted) return { size, start: size.next }
    at = size.next + size.value
  }
  throw new Error(`This module has no section ${wanted}.`)
}

function readLeb128(bytes: Uint8Array, at: number): Leb128 {
  let value = 0
  let next = at
  let byte: number
  do {
    byte = bytes[next] ?? 0
    value += (byte & 0x7f) * 2 ** (7 * (next - at))
    next += 1
  } while (byte & 0x80)
  return { value, at, next }
}

/** Writes a number into as many bytes as before. v86 reserves more than the number needs. */
function writeLeb128(bytes: Uint8Array, { at, next }: Leb128, value: number): void {
  const last = next - 1
  for (let index = at; index < next; index++) {
    const sevenBitGroup = Math.floor(value / 2 ** (7 * (index - at)))
    if (index === last && sevenBitGroup > 0x7f)
      throw new Error('The size of this module needs more bytes than v86 reserves.')
    bytes[index] = (sevenBitGroup & 0x7f) | (index === last ? 0 : 0x80)
  }
}

function indexOf(bytes: Uint8Array, part: number[], from: number): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(Buffer.from(part), from)
}

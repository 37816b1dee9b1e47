/**
 * A module of v86 that leaves at once when it is called with -1, which v86 itself never does: with as many such calls
 * as the browser takes for a sign of heat, it compiles the module well before the guest needs it. The way out is the one
 * at the module's end, which writes the registers back as they were read: the browser counts a call's heat by how far
 * into the function it ends.
 */
export function addEarlyReturn(module: Uint8Array): Uint8Array {
  const code = section(module, codeSection)
  // One function: after the count of functions its size, then its locals and its beginning.
  const size = unsignedAt(module, unsignedAt(module, code.start).next)
  const opening = indexOf(module, opened, size.next)
  if (opening < 0 || opening > size.next + 400)
    throw new Error('This module does not begin as those of v86 do.')
  // Within the outermost block, which leads to the end.
  const at = opening + 2
  const result = new Uint8Array(module.length + earlyReturnCode.length)
  result.set(module.subarray(0, at))
  result.set(earlyReturnCode, at)
  result.set(module.subarray(at), at + earlyReturnCode.length)
  for (const place of [code.size, size]) writeUnsigned(result, place, place.value + earlyReturnCode.length)
  return result
}

const codeSection = 10
/** Two blocks (the end, and the end after a failure) and the loop in them. */
const opened = [0x02, 0x40, 0x02, 0x40, 0x03, 0x40]
/** Parameter 0 less than 0? Then to the outermost block's end. */
const earlyReturnCode = [0x20, 0x00, 0x41, 0x00, 0x48, 0x0d, 0x00]

/** A number in LEB128: its value, where it is, and what follows it. */
type Unsigned = { value: number; at: number; next: number }

function section(module: Uint8Array, wanted: number): { size: Unsigned; start: number } {
  let at = 8
  while (at < module.length) {
    const size = unsignedAt(module, at + 1)
    if (module[at] === wanted) return { size, start: size.next }
    at = size.next + size.value
  }
  throw new Error(`This module has no section ${wanted}.`)
}

function unsignedAt(bytes: Uint8Array, at: number): Unsigned {
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

/** In as many bytes as it had: v86 leaves room. */
function writeUnsigned(bytes: Uint8Array, { at, next }: Unsigned, value: number): void {
  const last = next - 1
  for (let index = at; index < next; index++) {
    const sevenBitGroup = Math.floor(value / 2 ** (7 * (index - at)))
    if (index === last && sevenBitGroup > 0x7f)
      throw new Error('There is no room for the size of this module.')
    bytes[index] = (sevenBitGroup & 0x7f) | (index === last ? 0 : 0x80)
  }
}

function indexOf(bytes: Uint8Array, part: number[], from: number): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(Buffer.from(part), from)
}

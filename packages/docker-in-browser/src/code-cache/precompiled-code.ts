import type { V86Cpu } from '../emulator/v86-cpu.ts'

/**
 * A page of guest code that was compiled when the image was built: its JIT slot, its address in the guest’s memory, and
 * the size of its module in bytes.
 */
export type PrecompiledPage = { slot: number; page: number; bytes: number }

/**
 * v86’s tables of compiled code: a copy of all of its memory except the guest’s, which begins at `ram`. The modules
 * are downloaded later, in the order of `pages` (precompiled-pages.ts).
 */
export type PrecompiledCode = { ram: number; pages: PrecompiledPage[]; memory: Uint8Array }

const headerNumbers = 2
const numbersPerPage = 3

/** In the format that `parsePrecompiledCode` reads. */
export function serializePrecompiledCode({ ram, pages, memory }: PrecompiledCode): Uint8Array {
  const numbers = Uint32Array.from([ram, pages.length, ...pages.flatMap((page) => numbersOf(page))])
  const all = new Uint8Array(numbers.byteLength + memory.length)
  all.set(new Uint8Array(numbers.buffer))
  all.set(memory, numbers.byteLength)
  return all
}

/** The format: 32-bit numbers (`ram`, the number of pages, three numbers per page), followed by the memory. */
export function parsePrecompiledCode(bytes: Uint8Array): PrecompiledCode {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const number = (index: number) => view.getUint32(index * 4, true)
  const count = number(1)
  const pages = Array.from({ length: count }, (_, index) => {
    const at = headerNumbers + index * numbersPerPage
    return { slot: number(at), page: number(at + 1), bytes: number(at + 2) }
  })
  return { ram: number(0), pages, memory: bytes.subarray((headerNumbers + count * numbersPerPage) * 4) }
}

/**
 * Copies the saved memory into a new emulator, before its state is restored. Returns false and changes nothing if the
 * guest’s memory begins at another address.
 */
export function loadPrecompiledCode(cpu: V86Cpu, { ram, memory }: PrecompiledCode): boolean {
  const guest = cpu.mem8
  if (guest.byteOffset !== ram) return false
  const missing = memory.length + guest.length - cpu.wasm_memory.buffer.byteLength
  if (missing > 0) cpu.wasm_memory.grow(Math.ceil(missing / 65536))
  const all = new Uint8Array(cpu.wasm_memory.buffer)
  all.set(memory.subarray(0, ram))
  all.set(memory.subarray(ram), ram + guest.length)
  const now = BigInt.asUintN(64, cpu.wm.exports.read_tsc())
  cpu.set_tsc(Number(now & 0xffffffffn) | 0, Number(now >> 32n) | 0)
  return true
}

/** All of v86’s memory except the guest’s, to be serialized. */
export function dumpEmulatorMemory(cpu: V86Cpu): { ram: number; memory: Uint8Array } {
  const all = new Uint8Array(cpu.wasm_memory.buffer)
  const { byteOffset: ram, length } = cpu.mem8
  const memory = new Uint8Array(all.length - length)
  memory.set(all.subarray(0, ram))
  memory.set(all.subarray(ram + length), ram)
  return { ram, memory }
}

function numbersOf({ slot, page, bytes }: PrecompiledPage): number[] {
  return [slot, page, bytes]
}

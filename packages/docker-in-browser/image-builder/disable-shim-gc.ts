import { findOnce } from './find-once.ts'

/**
 * containerd's shim, with Go's garbage collector off, as it is off for the engine's other programs. For those the
 * environment says so; the shim puts a number of its own over it, 40, before it does anything else, and collects all
 * through its start: a quarter of its instructions. It still collects every half a minute, by a clock of its own.
 */
export function disableGarbageCollector(shim: Uint8Array): Uint8Array {
  const bytes = Buffer.from(shim)
  const at = findOnce(bytes, setPercent, 'the number for its collector')
  bytes.writeInt32LE(off, at + 3)
  return bytes
}

/** `movl $40,(%esp); call …`: 40 given to `debug.SetGCPercent`. */
const setPercent = Buffer.from([0xc7, 0x04, 0x24, 40, 0, 0, 0, 0xe8])
const off = -1

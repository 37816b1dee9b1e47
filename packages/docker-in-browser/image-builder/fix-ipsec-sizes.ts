import { findOnce } from './find-once.ts'

/**
 * Corrects two constants in dockerd, without which it cannot encrypt an overlay network on i386. Its netlink library
 * hard-codes the sizes of two kernel structures with 64-bit fields as they are on 64-bit processors. On i386 both are
 * four bytes shorter, and the kernel misreads everything after them.
 * Source: github.com/vishvananda/netlink, nl/xfrm_policy_linux.go and nl/xfrm_state_linux.go.
 */
export function fixIpsecSizes(dockerd: Uint8Array): Uint8Array {
  const bytes = Buffer.from(dockerd)
  for (const size of [policyInfoBytes, stateInfoBytes]) {
    const sizeBytes = Buffer.alloc(4)
    sizeBytes.writeInt32LE(size)
    replaceSize(bytes, Buffer.concat([storeResult, sizeBytes, ret]), [4], size - 4)
    const slice = Buffer.concat([storeLength, sizeBytes, storeCapacity, sizeBytes, ret])
    replaceSize(bytes, slice, [4, 12], size - 4)
  }
  return bytes
}

const policyInfoBytes = 0xa8
const stateInfoBytes = 0xe0

/** `Len()` returns the size; `Serialize()` returns a slice that has it as both its length and its capacity. */
const storeResult = Buffer.from([0xc7, 0x44, 0x24, 0x08])
const storeLength = Buffer.from([0xc7, 0x44, 0x24, 0x0c])
const storeCapacity = Buffer.from([0xc7, 0x44, 0x24, 0x10])
const ret = Buffer.from([0xc3])

function replaceSize(bytes: Buffer, code: Buffer, offsets: number[], size: number): void {
  const start = findOnce(bytes, code, 'the size of an IPsec structure')
  for (const offset of offsets) bytes.writeInt32LE(size, start + offset)
}

import { findOnce } from './find-once.ts'

/**
 * dockerd with two numbers corrected, without which it cannot encrypt an overlay network on i386. Its netlink library
 * writes down the sizes of two of the kernel's structures, with 64-bit numbers in them, as they are on 64-bit processors.
 * On i386 both are four bytes shorter, and the kernel misreads all that follows.
 * Source: github.com/vishvananda/netlink, nl/xfrm_policy_linux.go and nl/xfrm_state_linux.go.
 */
export function fixIpsecSizes(dockerd: Uint8Array): Uint8Array {
  const bytes = Buffer.from(dockerd)
  for (const size of [sizeOfPolicyInfo, sizeOfStateInfo]) {
    const sizeBytes = Buffer.alloc(4)
    sizeBytes.writeInt32LE(size)
    replaceSize(bytes, Buffer.concat([storeFirstResult, sizeBytes, returns]), [4], size - 4)
    const slice = Buffer.concat([storeLength, sizeBytes, storeCapacity, sizeBytes, returns])
    replaceSize(bytes, slice, [4, 12], size - 4)
  }
  return bytes
}

const sizeOfPolicyInfo = 0xa8
const sizeOfStateInfo = 0xe0

/** `Len()` returns the size; `Serialize()` returns a slice with the size as its length and as its capacity. */
const storeFirstResult = Buffer.from([0xc7, 0x44, 0x24, 0x08])
const storeLength = Buffer.from([0xc7, 0x44, 0x24, 0x0c])
const storeCapacity = Buffer.from([0xc7, 0x44, 0x24, 0x10])
const returns = Buffer.from([0xc3])

function replaceSize(bytes: Buffer, code: Buffer, offsets: number[], size: number): void {
  const at = findOnce(bytes, code, 'each size of an IPsec message')
  for (const offset of offsets) bytes.writeInt32LE(size, at + offset)
}

import { toBase64url } from './base64url.ts'

/** The checksum of each byte alone. */
const table = /* @__PURE__ */ Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  return crc
})

/**
 * CRC-32 (ISO 3309, as in zip files) over the characters of ASCII text, as six characters. It detects accidents: a single
 * changed character always, a random change in all but one of four billion cases. It does not prevent forgery.
 */
export function checksum(text: string): string {
  let crc = -1
  for (let index = 0; index < text.length; index++) {
    crc = (crc >>> 8) ^ (table[(crc ^ text.charCodeAt(index)) & 255] ?? 0)
  }
  const value = ~crc >>> 0
  return toBase64url(Uint8Array.of(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255))
}

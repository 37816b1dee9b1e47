const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const values = new Map([...alphabet].map((character, value) => [character, value]))

/** Encodes bytes as text that needs no escaping in an address (RFC 4648, section 5, without padding). */
export function toBase64url(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let width = 0
  for (const byte of bytes) {
    bits = (bits << 8) | byte
    width += 8
    while (width >= 6) {
      width -= 6
      text += alphabet[(bits >>> width) & 63]
    }
    bits &= (1 << width) - 1
  }
  return width > 0 ? text + alphabet[(bits << (6 - width)) & 63] : text
}

/**
 * Undefined for any text that `toBase64url` cannot have produced, so that there is only one text for the same bytes.
 */
export function fromBase64url(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 6) / 8))
  let at = 0
  let bits = 0
  let width = 0
  for (const character of text) {
    const value = values.get(character)
    if (value === undefined) return undefined
    bits = (bits << 6) | value
    width += 6
    if (width >= 8) {
      width -= 8
      bytes[at++] = (bits >>> width) & 255
    }
    bits &= (1 << width) - 1
  }
  return width < 6 && bits === 0 ? bytes : undefined
}

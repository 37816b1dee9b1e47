import { checksumLength } from './assignment.ts'
import { fromBase64url, toBase64url } from './base64url.ts'
import { checksum } from './checksum.ts'

/**
 * The outside of every code, the same for all versions to come: a head that says what it is and of which
 * version, a checksum, the length of what follows, and that. With the length a code that was cut off is
 * told from one that was changed, and words that were glued to its end by a mail program do no harm.
 */
export type Opened =
  /** `code` is the code alone, without what stood around it. */
  | { kind: 'ok'; version: number; payload: string; code: string }
  /** It ends too early. */
  | { kind: 'torn' }
  /** It has the right length, but not the characters it was made with. */
  | { kind: 'tampered' }
  /** It is not one of our codes at all. */
  | { kind: 'foreign' }

/** More than a hundred items with all answers take; a longer one is not read. */
const maxPayloadLength = 20_000
const lengthDigits = 3

export function seal(head: string, payload: string): string {
  const { length } = payload
  const digits = toBase64url(Uint8Array.of(length >>> 8, length & 255))
  return `${head}${checksum(head + digits + payload)}${digits}${payload}`
}

/** `head` matches at the start and holds the version's digit as its group. */
export function openSealed(text: string, head: RegExp): Opened {
  const cleaned = withoutBreaks(text.slice(0, 3 * maxPayloadLength))
  const found = head.exec(cleaned)
  if (found?.index !== 0) return { kind: 'foreign' }
  const start = found[0].length
  const characters = /^[\w-]*/.exec(cleaned.slice(start))?.[0] ?? ''
  const sum = characters.slice(0, checksumLength)
  const digits = characters.slice(checksumLength, checksumLength + lengthDigits)
  if (digits.length < lengthDigits) return { kind: 'torn' }
  const length = lengthOf(digits)
  if (length === undefined) return { kind: 'tampered' }
  const payload = characters.slice(checksumLength + lengthDigits).slice(0, length)
  if (payload.length < length) return { kind: 'torn' }
  if (checksum(found[0] + digits + payload) !== sum) return { kind: 'tampered' }
  return { kind: 'ok', version: Number(found[1]), payload, code: found[0] + sum + digits + payload }
}

function lengthOf(digits: string): number | undefined {
  const [high, low] = fromBase64url(digits) ?? []
  if (high === undefined || low === undefined) return undefined
  const length = (high << 8) | low
  return length <= maxPayloadLength ? length : undefined
}

/** Mail breaks long lines, quotes them with `>`, and some programs slip in invisible characters. */
function withoutBreaks(text: string): string {
  return text.replace(/\s*\n[\s>]*|[\s\u00ad\u200b-\u200d\u2060\ufeff]+/g, '')
}

import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate'
import { fromBase64url, toBase64url } from './base64url.ts'

/** What an unpacked code may hold, in bytes. A small text can be made to inflate to gigabytes. */
const maxBytes = 64 * 1024

/** JSON, deflated, as text for an address. */
export function pack(value: unknown): string {
  return toBase64url(deflateSync(strToU8(JSON.stringify(value)), { level: 9 }))
}

/** Undefined for anything that `pack` cannot have made, and for what grows over the limit. */
export function unpack(text: string): { value: unknown } | undefined {
  const bytes = fromBase64url(text)
  if (!bytes) return undefined
  try {
    // Given the buffer, fflate writes no further than its end.
    const inflated = inflateSync(bytes, { out: new Uint8Array(maxBytes + 1) })
    return inflated.length > maxBytes ? undefined : { value: JSON.parse(strFromU8(inflated)) }
  } catch {
    return undefined
  }
}

/** A list that was unpacked; an empty one for anything else. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** Without the fields that are absent: those packed as null, and those that were not packed at all. */
export function present(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== null && value !== undefined),
  )
}

import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate'
import { fromBase64url, toBase64url } from './base64url.ts'
import type { WorkBudget } from './work-budget.ts'

/** The most bytes that a code may decompress to. A small text can be made to inflate to gigabytes. */
const maxBytes = 64 * 1024

/** Input is decompressed in pieces of this size, which inflate to at most 260 KB each; limits are checked in between. */
const chunkBytes = 256

/**
 * Deflated JSON as text for an address. It never ends in `-` or `_`, which some programs leave out of a link; spaces after
 * the JSON change the end.
 */
export function compressJson(value: unknown): string {
  for (let json = JSON.stringify(value); ; json += ' ') {
    const text = toBase64url(deflateSync(strToU8(json), { level: 9 }))
    if (!/[-_]$/.test(text)) return text
  }
}

/** Undefined for anything that `compressJson` cannot have produced, and beyond the limit. */
export function decompressJson(text: string, budget: WorkBudget): { value: unknown } | undefined {
  const bytes = fromBase64url(text)
  if (!bytes) return undefined
  try {
    const inflated = inflate(bytes, budget)
    return inflated && { value: JSON.parse(strFromU8(inflated)) }
  } catch {
    return undefined
  }
}

/** Stops as soon as it is too much. */
function inflate(bytes: Uint8Array, budget: WorkBudget): Uint8Array | undefined {
  const pieces: Uint8Array[] = []
  let length = 0
  const stream = new Inflate((piece) => {
    pieces.push(piece)
    length += piece.length
    budget.bytes -= piece.length
  })
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    if (budget.bytes < 0) return undefined
    stream.push(bytes.subarray(at, at + chunkBytes), at + chunkBytes >= bytes.length)
    if (length > maxBytes) return undefined
  }
  const inflated = new Uint8Array(length)
  let writtenBytes = 0
  for (const piece of pieces) {
    inflated.set(piece, writtenBytes)
    writtenBytes += piece.length
  }
  return inflated
}

/** The value if it is a list, else an empty list. */
export function optionalList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** Without fields that are null or undefined. */
export function withoutUndefined(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== null && value !== undefined),
  )
}

import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate'
import { fromBase64url, toBase64url } from './base64url.ts'
import type { WorkBudget } from './work-budget.ts'

/** What an unpacked code may hold, in bytes. A small text can be made to inflate to gigabytes. */
const maxBytes = 64 * 1024

/** As much as inflates to 260 KB at the very most: after each such piece it is seen whether to go on. */
const chunkBytes = 256

/**
 * JSON, deflated, as text for an address. It never ends in `-` or `_`, which programs that make links of
 * addresses leave out: spaces after the JSON say nothing and change the end.
 */
export function compressJson(value: unknown): string {
  for (let json = JSON.stringify(value); ; json += ' ') {
    const text = toBase64url(deflateSync(strToU8(json), { level: 9 }))
    if (!/[-_]$/.test(text)) return text
  }
}

/** Undefined for anything that `pack` cannot have made, and for what grows over the limit. */
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

/** A list that was unpacked; an empty one for anything else. */
export function optionalList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** Without the fields that are absent: those packed as null, and those that were not packed at all. */
export function withoutUndefined(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== null && value !== undefined),
  )
}

import { checksumLength } from '../quiz/assignment-id.ts'
import { fromBase64url, toBase64url } from './base64url.ts'
import { checksum } from './checksum.ts'
import { type DashInterpretation, dashInterpretations, scanCharacters } from './scan-code.ts'
import type { WorkBudget } from './work-budget.ts'

/**
 * The envelope of every code, the same in all versions: a header with kind and version, a checksum, the payload's length
 * and the payload. The length distinguishes a truncated code from a corrupted one, and makes words that a mail program
 * added at the end harmless.
 */
export type EnvelopeResult =
  /** `code` is the code alone, without surrounding text. */
  | { kind: 'ok'; version: number; payload: string; code: string; end: number }
  /** It ends early. */
  | { kind: 'truncated'; end: number }
  /** It has the right length, but the checksum differs. */
  | { kind: 'corrupted'; end: number }
  /** It is not one of our codes. */
  | { kind: 'unrecognized'; end: number }
  /** Reading more codes from this text would take too long. */
  | { kind: 'over-budget'; end: number }

/** A code's header, before and after its version. */
export type EnvelopeHeader = { before: string; after: string }

/** More than a hundred items with all their answers take. Longer payloads are rejected. */
const maxPayloadLength = 20_000
const lengthDigits = 3

export function wrapPayload(header: string, payload: string): string {
  const { length } = payload
  const digits = toBase64url(Uint8Array.of(length >>> 8, length & 255))
  return `${header}${checksum(header + digits + payload)}${digits}${payload}`
}

/** Unwraps the code at `at` in a normalized text (see `normalizePastedText`); `end` is where it ends there. */
export function unwrapPayload(
  text: string,
  at: number,
  head: EnvelopeHeader,
  budget: WorkBudget,
): EnvelopeResult {
  let failure: EnvelopeResult | undefined
  for (const dashInterpretation of dashInterpretations) {
    const { opened, hasDash } = unwrapWithDashes(text, at, head, dashInterpretation, budget)
    if (opened.kind === 'ok') return opened
    failure ??= opened
    if (!hasDash) break
  }
  return failure ?? { kind: 'unrecognized', end: at }
}

function unwrapWithDashes(
  text: string,
  at: number,
  { before, after }: EnvelopeHeader,
  dashInterpretation: DashInterpretation,
  budget: WorkBudget,
): { opened: EnvelopeResult; hasDash: boolean } {
  const headLength = before.length + 1 + after.length
  const bodyStart = headLength + checksumLength + lengthDigits
  const start = scanCharacters(text, at, bodyStart, dashInterpretation, budget)
  const { hasDash } = start
  const fail = (kind: 'truncated' | 'corrupted' | 'unrecognized') => ({
    opened: { kind, end: start.end },
    hasDash,
  })
  if (budget.characters < 0) return { opened: { kind: 'over-budget', end: start.end }, hasDash: false }
  const version = start.characters.charAt(before.length)
  // Only the capitals of the header can be restored if they were lost.
  const isHeader =
    start.characters.slice(0, before.length).toUpperCase() === before &&
    /[1-9]/.test(version) &&
    start.characters.slice(before.length + 1, headLength) === after
  if (!isHeader) return fail('unrecognized')
  if (start.characters.length < bodyStart) return fail('truncated')
  const digits = start.characters.slice(bodyStart - lengthDigits, bodyStart)
  const length = lengthOf(digits)
  if (length === undefined) return fail('corrupted')
  const whole = scanCharacters(text, at, bodyStart + length, dashInterpretation, budget)
  if (budget.characters < 0) return { opened: { kind: 'over-budget', end: whole.end }, hasDash: false }
  const failWhole = (kind: 'truncated' | 'corrupted') => ({
    opened: { kind, end: whole.end },
    hasDash: whole.hasDash,
  })
  const checksumText = whole.characters.slice(headLength, headLength + checksumLength)
  const sealed = `${before}${version}${after}`
  const found = whole.characters.slice(bodyStart, bodyStart + length)
  const endings = strippedSuffixes[length - found.length]
  if (!endings) return failWhole('truncated')
  const payload = endings
    .map((ending) => found + ending)
    .find((each) => {
      budget.characters -= each.length
      return checksum(sealed + digits + each) === checksumText
    })
  if (payload === undefined) return failWhole(endings.length === 1 ? 'corrupted' : 'truncated')
  const code = sealed + checksumText + digits + payload
  return {
    opened: { kind: 'ok', version: Number(version), payload, code, end: whole.end },
    hasDash: whole.hasDash,
  }
}

/**
 * Some programs leave a `-` or `_` out of the end of a link. By the number of missing characters: the possible endings, of
 * which the checksum decides.
 */
const strippedSuffixes: readonly (readonly string[])[] = [[''], ['-', '_'], ['--', '-_', '_-', '__']]

function lengthOf(digits: string): number | undefined {
  const [high, low] = fromBase64url(digits) ?? []
  if (high === undefined || low === undefined) return undefined
  const length = (high << 8) | low
  return length <= maxPayloadLength ? length : undefined
}

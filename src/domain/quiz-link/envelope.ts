import { checksumLength } from '../quiz/assignment-id.ts'
import { fromBase64url, toBase64url } from './base64url.ts'
import { checksum } from './checksum.ts'
import { type DashInterpretation, dashInterpretations, scanCharacters } from './scan-code.ts'
import type { WorkBudget } from './work-budget.ts'

/**
 * The outside of every code, the same for all versions to come: a head that says what it is and of which
 * version, a checksum, the length of what follows, and that. With the length a code that was cut off is
 * told from one that was changed, and words that were glued to its end by a mail program do no harm.
 */
export type EnvelopeResult =
  /** `code` is the code alone, without what stood around it. */
  | { kind: 'ok'; version: number; payload: string; code: string; end: number }
  /** It ends too early. */
  | { kind: 'truncated'; end: number }
  /** It has the right length, but not the characters it was made with. */
  | { kind: 'corrupted'; end: number }
  /** It is not one of our codes at all. */
  | { kind: 'unrecognized'; end: number }
  /** Reading more codes out of this text would take too long. */
  | { kind: 'over-budget'; end: number }

/** A code's head before its version, and after it. */
export type EnvelopeHeader = { before: string; after: string }

/** More than a hundred items with all answers take; a longer one is not read. */
const maxPayloadLength = 20_000
const lengthDigits = 3

export function wrapPayload(head: string, payload: string): string {
  const { length } = payload
  const digits = toBase64url(Uint8Array.of(length >>> 8, length & 255))
  return `${head}${checksum(head + digits + payload)}${digits}${payload}`
}

/** The code that starts at `at` in a text that was cleaned (see `normalizePastedText`); `end` is where it ends there. */
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
  // The capitals of the head are the only ones that can be lost and known again.
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
 * Programs that make links of addresses leave out a `-` or `_` at their end. By how many characters are missing:
 * what the end may have been, which the checksum decides.
 */
const strippedSuffixes: readonly (readonly string[])[] = [[''], ['-', '_'], ['--', '-_', '_-', '__']]

function lengthOf(digits: string): number | undefined {
  const [high, low] = fromBase64url(digits) ?? []
  if (high === undefined || low === undefined) return undefined
  const length = (high << 8) | low
  return length <= maxPayloadLength ? length : undefined
}

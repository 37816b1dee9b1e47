import { decodeOneLayer } from './decode-pasted-text.ts'
import { normalizePastedText } from './normalize-pasted-text.ts'
import { budgetExceeded, type DecodedResult, decodeResultCodeAt } from './result-code.ts'
import { decodeResultFile } from './result-file.ts'
import { extractResultFiles } from './result-files.ts'
import { type WorkBudget, workBudgetFor } from './work-budget.ts'

/** The most characters that are read at once: a thousand codes with the emails around them. */
export const maxPastedLength = 4_000_000

/** How many layers of encoding are removed, such as those of an address and of the email around it. */
const maxRounds = 3

/** Where a code may start: its capitals may be lost, and lines may be broken inside it. */
const codeStart = /D\n?M\n?[1-9]\n? ?[-–—]/gi

/**
 * Finds all results in a text: codes inside emails, one per line, wrapped, quoted or joined, and the text of result files.
 * Reports a failure where something starts like a code.
 */
export function findResults(
  text: string,
  budget: WorkBudget = workBudgetFor(Math.min(text.length, maxPastedLength)),
): DecodedResult[] {
  const read = text.slice(0, maxPastedLength)
  const { files, rest } = extractResultFiles(read)
  const inside = [...files, ...codesIn(rest, budget)]
  const found = inside.length === 0 && /^\ufeff?\s*\{/.test(read) ? [decodeResultFile(read)] : inside
  if (text.length <= maxPastedLength) return found
  const reason = `The text is too long: only its first ${maxPastedLength} characters were read. Paste the rest by itself.`
  return [...found, { kind: 'invalid', reason }]
}

/** Searches the text as it is and with layers of encoding removed; the layer in which most codes decode counts. */
function codesIn(text: string, budget: WorkBudget): DecodedResult[] {
  let layer = normalizePastedText(text)
  let best = findResultCodes(layer, budget)
  for (let round = 0; round < maxRounds; round++) {
    const next = normalizePastedText(decodeOneLayer(layer))
    if (next === layer) break
    layer = next
    const found = findResultCodes(layer, budget)
    // An encoded code looks damaged, so of two equal layers the last counts.
    if (countDecoded(found) >= countDecoded(best)) best = found
  }
  return best
}

function countDecoded(found: readonly DecodedResult[]): number {
  return found.filter(({ kind }) => kind === 'ok').length
}

function findResultCodes(text: string, budget: WorkBudget): DecodedResult[] {
  const starts = [...text.matchAll(codeStart)].map(({ index }) => index)
  const found: DecodedResult[] = []
  /** The end of the last code that was read, and the farthest end of one that was not. */
  let parsedUntil = 0
  let suspectUntil = 0
  for (const [index, at] of starts.entries()) {
    if (at < parsedUntil) continue
    const { decoded, end } = decodeResultCodeAt(text, at, budget)
    if (decoded.kind === 'ok') {
      parsedUntil = end
      found.push(decoded)
      continue
    }
    // The rest of the text is not searched; that is reported once.
    if (budget.characters < 0) return [...found, budgetExceeded]
    // Inside a word it is reported only if another code ends or is damaged there.
    const isInsideWord = /[\w-]/.test(text[at - 1] ?? '')
    if ((isInsideWord && at !== parsedUntil && at >= suspectUntil) || !looksLikeCode(text, at)) continue
    const next = starts[index + 1] ?? text.length
    const isTruncated = decoded.kind === 'corrupted' && next < end
    found.push(isTruncated ? { kind: 'truncated' } : decoded)
    suspectUntil = Math.max(suspectUntil, end)
  }
  return found
}

/** Lost capitals cannot be restored, but a code without them still looks like one. */
function looksLikeCode(text: string, at: number): boolean {
  if (/^D\n?M/.test(text.slice(at, at + 3))) return true
  return /^dm[1-9]-[\w-]{20}/i.test(text.slice(at, at + 24))
}

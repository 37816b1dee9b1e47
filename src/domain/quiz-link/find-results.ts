import { decodeOneLayer } from './decode-pasted-text.ts'
import { normalizePastedText } from './normalize-pasted-text.ts'
import { budgetExceeded, type DecodedResult, decodeResultCodeAt } from './result-code.ts'
import { decodeResultFile } from './result-file.ts'
import { extractResultFiles } from './result-files.ts'
import { type WorkBudget, workBudgetFor } from './work-budget.ts'

/** The most that is read at once, in characters: a thousand codes with the mails around them. */
export const maxPastedLength = 4_000_000

/** How often a text may have been encoded on its way: by an address, and by the mail that it is in. */
const maxRounds = 3

/** Where a code may start: its capitals may be lost, and a line may break inside. */
const codeStart = /D\n?M\n?[1-9]\n? ?[-–—]/gi

/**
 * All results in a text: codes inside the words of mails, one a line, wrapped, quoted or glued together, and
 * the texts of result files. Where something starts like a code it is told what became of it.
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

/** As the text stands, and as it was before programs encoded it: the layer in which most codes open tells. */
function codesIn(text: string, budget: WorkBudget): DecodedResult[] {
  let layer = normalizePastedText(text)
  let best = findResultCodes(layer, budget)
  for (let round = 0; round < maxRounds; round++) {
    const next = normalizePastedText(decodeOneLayer(layer))
    if (next === layer) break
    layer = next
    const found = findResultCodes(layer, budget)
    // What is encoded looks like a damaged code: of two layers alike the last tells.
    if (countOpened(found) >= countOpened(best)) best = found
  }
  return best
}

function countOpened(found: readonly DecodedResult[]): number {
  return found.filter(({ kind }) => kind === 'ok').length
}

function findResultCodes(text: string, budget: WorkBudget): DecodedResult[] {
  const starts = [...text.matchAll(codeStart)].map(({ index }) => index)
  const found: DecodedResult[] = []
  /** Up to where a code was read, and up to where one that could not be read may reach. */
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
    // What is left of the text is not looked at, which is told once.
    if (budget.characters < 0) return [...found, budgetExceeded]
    // In the middle of a word it is told only where another code ends, or is damaged.
    const isInsideWord = /[\w-]/.test(text[at - 1] ?? '')
    if ((isInsideWord && at !== parsedUntil && at >= suspectUntil) || !looksLikeCode(text, at)) continue
    const next = starts[index + 1] ?? text.length
    const isTruncated = decoded.kind === 'corrupted' && next < end
    found.push(isTruncated ? { kind: 'truncated' } : decoded)
    suspectUntil = Math.max(suspectUntil, end)
  }
  return found
}

/** Capitals that were lost cannot be known again, but a code without them still goes on like one. */
function looksLikeCode(text: string, at: number): boolean {
  if (/^D\n?M/.test(text.slice(at, at + 3))) return true
  return /^dm[1-9]-[\w-]{20}/i.test(text.slice(at, at + 24))
}

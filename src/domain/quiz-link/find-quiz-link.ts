import { decodeOneLayer } from './decode-pasted-text.ts'
import { type DecodedQuizLink, decodeQuizLinkAt } from './link-code.ts'
import { normalizePastedText } from './normalize-pasted-text.ts'
import { type WorkBudget, workBudgetFor } from './work-budget.ts'

/** The most characters that are searched: a long email. */
const maxSearchedLength = 200_000

/** How many layers of encoding are removed: each program on the way may have added one. */
const maxDecodeRounds = 6

const noLink: DecodedQuizLink = { kind: 'invalid', reason: 'It does not start the way a quiz link does.' }

/** A code starts the text, or follows `#` or whatever a program replaced it with, but not a word character. */
const codeStart = /(^|[^\w%-])[1-9](?=[ \n]?[\w–—-])/g

/**
 * Finds a quiz link in a text: the fragment of an address, an address, or an email that contains one, however programs
 * changed it. Failures are those of `decodeQuizLink`.
 */
export function findQuizLink(
  text: string,
  budget: WorkBudget = workBudgetFor(Math.min(text.length, maxSearchedLength)),
): DecodedQuizLink {
  let searched = normalizePastedText(text.slice(0, maxSearchedLength))
  let failure = noLink
  for (let round = 0; round < maxDecodeRounds; round++) {
    const found = decodeLinkIn(searched, budget)
    if (found?.kind === 'ok' || found?.kind === 'newer') return found
    // An encoded code looks damaged, so the failure of the last layer counts.
    failure = found ?? noLink
    const decoded = normalizePastedText(decodeOneLayer(searched))
    if (decoded === searched) break
    searched = decoded
  }
  return failure
}

/** The first link that decodes; otherwise the failure at the position where a link’s code should be. */
function decodeLinkIn(text: string, budget: WorkBudget): DecodedQuizLink | undefined {
  const codeOffsets = [...text.matchAll(codeStart)].map(({ index, 1: before = '' }) => {
    const hasCodePrefix = before === '#' || text.slice(0, index).trim() === '' || text[index - 1] === '#'
    return { at: index + before.length, isMarked: hasCodePrefix }
  })
  let failure: DecodedQuizLink | undefined
  for (const { at, isMarked } of [...codeOffsets].sort((a, b) => Number(b.isMarked) - Number(a.isMarked))) {
    const decoded = decodeQuizLinkAt(text, at, budget)
    if (decoded.kind === 'ok' || decoded.kind === 'newer') return decoded
    if (isMarked) failure ??= decoded
  }
  return failure
}

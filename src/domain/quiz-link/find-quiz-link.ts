import { decodeOneLayer } from './decode-pasted-text.ts'
import { type DecodedQuizLink, decodeQuizLinkAt } from './link-code.ts'
import { normalizePastedText } from './normalize-pasted-text.ts'
import { type WorkBudget, workBudgetFor } from './work-budget.ts'

/** The most that is searched, in characters: a long mail. */
const maxSearchedLength = 200_000

/** How often an address may have been encoded on its way: each program in between may do it once more. */
const maxDecodeRounds = 6

const noLink: DecodedQuizLink = { kind: 'invalid', reason: 'It does not start the way a quiz link does.' }

/** A code stands after `#`, or where a program put something else: at the start, or after anything but a word. */
const codeStart = /(^|[^\w%-])[1-9](?=[ \n]?[\w–—-])/g

/**
 * The quiz link in a text: the end of an address, an address, or a mail around it, whatever programs did to it on
 * the way. What cannot be read is told as `decodeQuizLink` tells it.
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
    // What is encoded looks like a damaged code: the last layer tells.
    failure = found ?? noLink
    const decoded = normalizePastedText(decodeOneLayer(searched))
    if (decoded === searched) break
    searched = decoded
  }
  return failure
}

/** The first that opens; else what became of the one that stands where a link's code does. */
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

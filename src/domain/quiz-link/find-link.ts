import { type Allowance, allowanceFor } from './allowance.ts'
import { cleanText } from './clean-text.ts'
import { type DecodedLink, quizLinkAt } from './link-code.ts'
import { decodedOnce } from './sent-text.ts'

/** The most that is searched, in characters: a long mail. */
const maxSearchedLength = 200_000

/** How often an address may have been encoded on its way: each program in between may do it once more. */
const maxRounds = 6

const noLink: DecodedLink = { kind: 'invalid', reason: 'It does not start the way a quiz link does.' }

/** A code stands after `#`, or where a program put something else: at the start, or after anything but a word. */
const codeStart = /(^|[^\w%-])[1-9](?=[ \n]?[\w–—-])/g

/**
 * The quiz link in a text: the end of an address, an address, or a mail around it, whatever programs did to it on
 * the way. What cannot be read is told as `decodeQuizLink` tells it.
 */
export function findQuizLink(
  text: string,
  allowance: Allowance = allowanceFor(Math.min(text.length, maxSearchedLength)),
): DecodedLink {
  let searched = cleanText(text.slice(0, maxSearchedLength))
  let refused = noLink
  for (let round = 0; round < maxRounds; round++) {
    const found = linkIn(searched, allowance)
    if (found?.kind === 'ok' || found?.kind === 'newer') return found
    // What is encoded looks like a damaged code: the last layer tells.
    refused = found ?? noLink
    const decoded = cleanText(decodedOnce(searched))
    if (decoded === searched) break
    searched = decoded
  }
  return refused
}

/** The first that opens; else what became of the one that stands where a link's code does. */
function linkIn(text: string, allowance: Allowance): DecodedLink | undefined {
  const starts = [...text.matchAll(codeStart)].map(({ index, 1: before = '' }) => {
    const isMarked = before === '#' || text.slice(0, index).trim() === '' || text[index - 1] === '#'
    return { at: index + before.length, isMarked }
  })
  let refused: DecodedLink | undefined
  for (const { at, isMarked } of [...starts].sort((a, b) => Number(b.isMarked) - Number(a.isMarked))) {
    const decoded = quizLinkAt(text, at, allowance)
    if (decoded.kind === 'ok' || decoded.kind === 'newer') return decoded
    if (isMarked) refused ??= decoded
  }
  return refused
}

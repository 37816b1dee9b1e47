import { type DecodedResult, decodeResultCode } from './result-code.ts'
import { decodeResultFile } from './result-file.ts'

/** The most that is read at once, in characters: a thousand codes with the mails around them. */
export const maxPastedLength = 4_000_000

/**
 * All results in a text: one code a line, codes inside the words of mails, wrapped or quoted, or the whole
 * text of a result file. Where something starts like a code it is told what became of it.
 */
export function findResults(text: string): DecodedResult[] {
  const read = text.slice(0, maxPastedLength)
  if (/^\ufeff?\s*\{/.test(read)) return [decodeResultFile(read)]
  return read
    .split(/(?=\bDM[1-9]-)/)
    .filter((piece) => /^DM[1-9]-/.test(piece))
    .map(decodeResultCode)
}

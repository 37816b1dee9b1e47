import type { DecodedResult } from './result-code.ts'
import { decodeResultFile, resultFormat } from './result-file.ts'

/** What a word processor makes of JSON's quotation marks. Those inside strings stay as they are. */
const openingQuote = /(?<=[{[:,]\s{0,9})[\u201c-\u201f\u2033\u00ab\u00bb\uff02]/g
const closingQuote = /[\u201c-\u201f\u2033\u00ab\u00bb\uff02](?=\s*[:,}\]])/g

/** What comes right before the format's name in a result file. */
const formatField = /["\u201c-\u201f]format["\u201c-\u201f]\s*:\s*["\u201c-\u201f]$/

/** Extracts result files from another text, such as an email, and returns the rest. */
export function extractResultFiles(text: string): { files: DecodedResult[]; rest: string } {
  const starts = fileOffsets(text)
  let rest = text.slice(0, starts[0] ?? text.length)
  const files = starts.map((start, index) => {
    const segment = text.slice(start, starts[index + 1] ?? text.length)
    const end = objectEnd(segment) ?? segment.length
    rest += `\n${segment.slice(end)}`
    return decodeLeniently(segment.slice(0, end))
  })
  return { files, rest }
}

/** The offsets of the objects that claim to be results. */
function fileOffsets(text: string): number[] {
  const starts: number[] = []
  for (let at = text.indexOf(resultFormat); at >= 0; at = text.indexOf(resultFormat, at + 1)) {
    const from = Math.max(0, at - 300)
    const before = text.slice(from, at)
    const brace = before.lastIndexOf('{')
    if (brace >= 0 && formatField.test(before.slice(-30))) starts.push(from + brace)
  }
  return starts
}

/** The end of the object at the start of the text; undefined if it is not closed. */
function objectEnd(text: string): number | undefined {
  let depth = 0
  let isInString = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (isInString && character === '\\') at++
    else if (character === '"') isInString = !isInString
    else if (!isInString && character === '{') depth++
    else if (!isInString && character === '}' && --depth === 0) return at + 1
  }
  return undefined
}

/** Tries the text as it is, then with lines joined that an email wrapped, then with straight quotes too. */
function decodeLeniently(text: string): DecodedResult {
  // A gap is matched whether it has a line break or not: searching each of its spaces for one takes quadratic time.
  const onOneLine = text
    .replace(/[^\S\n]+(?:\n[\s>|]*)?|\n[\s>|]*/g, (gap) => (gap.includes('\n') ? ' ' : gap))
    .replace(/\u00a0/g, ' ')
  const withStraightQuotes = onOneLine.replace(openingQuote, '"').replace(closingQuote, '"')
  for (const each of [text, onOneLine, withStraightQuotes]) {
    const found = decodeResultFile(each)
    if (found.kind !== 'truncated') return found
  }
  return { kind: 'truncated' }
}

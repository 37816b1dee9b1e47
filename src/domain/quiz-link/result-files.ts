import type { DecodedResult } from './result-code.ts'
import { decodeResultFile, resultFormat } from './result-file.ts'

/** How a word processor sets the quotation marks of JSON. Those inside of a text stay as they are. */
const openingQuote = /(?<=[{[:,]\s{0,9})[\u201c-\u201f\u2033\u00ab\u00bb\uff02]/g
const closingQuote = /[\u201c-\u201f\u2033\u00ab\u00bb\uff02](?=\s*[:,}\]])/g

/** What stands right before the format's name in a result file. */
const formatField = /["\u201c-\u201f]format["\u201c-\u201f]\s*:\s*["\u201c-\u201f]$/

/** Result files whose text stands in another text, such as a mail, and what is left of that without them. */
export function extractResultFiles(text: string): { files: DecodedResult[]; rest: string } {
  const starts = fileOffsets(text)
  let rest = text.slice(0, starts[0] ?? text.length)
  const files = starts.map((start, index) => {
    const segment = text.slice(start, starts[index + 1] ?? text.length)
    const end = objectEnd(segment) ?? segment.length
    rest += `\n${segment.slice(end)}`
    return decoded(segment.slice(0, end))
  })
  return { files, rest }
}

/** Where the objects start that say they are results. */
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

/** Where the bracket closes that opens at the start; undefined where it does not. */
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

/** As it stands; where that is no JSON, as it was before a mail wrapped its lines, or curled its quotes too. */
function decoded(text: string): DecodedResult {
  const onOneLine = text.replace(/[^\S\n]*\n[\s>|]*/g, ' ').replace(/\u00a0/g, ' ')
  const withStraightQuotes = onOneLine.replace(openingQuote, '"').replace(closingQuote, '"')
  for (const each of [text, onOneLine, withStraightQuotes]) {
    const found = decodeResultFile(each)
    if (found.kind !== 'truncated') return found
  }
  return { kind: 'truncated' }
}

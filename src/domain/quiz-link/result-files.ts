import { removeEscapes } from './remove-escapes.ts'
import type { DecodedResult } from './result-code.ts'
import { decodeResultFile, resultFormat } from './result-file.ts'

/** What a word processor makes of JSON's quotation marks. Those inside strings stay as they are. */
const openingQuote = /(?<=[{[:,]\s{0,9})(?:\u00ab ?|[\u201c-\u201f\u2033\u00bb\uff02])/g
const closingQuote = /(?: ?\u00bb|[\u201c-\u201f\u2033\u00ab\uff02])(?=\s*[:,}\]])/g

/** A quotation mark of JSON, as word processors, spreadsheets, programs and addresses write it. */
const quote = String.raw`(?:\\*["\u201c-\u201f\u00ab\u00bb]|""|(?:&(?:quot|#34|#x22);){1,2}|%22)`

/** What comes right before the format's name in a result file; the first group is its first quotation mark. */
const formatField = new RegExp(
  String.raw`(${quote})\s*format\s*${quote}(?:\s|%20|\+)*(?::|%3A)(?:\s|%20|\+)*${quote}\s*$`,
  'i',
)

/** Extracts result files from another text, such as an email, and returns the rest. */
export function extractResultFiles(text: string): { files: DecodedResult[]; rest: string } {
  const starts = fileOffsets(text)
  let rest = text.slice(0, starts[0] ?? text.length)
  const files = starts.map((start, index) => {
    const segment = unescapeFile(text.slice(start, starts[index + 1] ?? text.length))
    const end = objectEnd(segment) ?? segment.length
    rest += `\n${segment.slice(end)}`
    return decodeLeniently(segment.slice(0, end))
  })
  return { files, rest }
}

/** How many layers of escapes are removed, such as those of a spreadsheet in a message. */
const maxLayers = 3

/** Removes the escapes of a spreadsheet's cell, a web page, an address or another JSON text around the file. */
function unescapeFile(escaped: string): string {
  let text = escaped
  for (let layer = 0; layer < maxLayers; layer++) {
    const nameAt = Math.max(0, text.indexOf(resultFormat))
    const [, mark = '"'] = formatField.exec(text.slice(Math.max(0, nameAt - 80), nameAt)) ?? []
    if (mark.length === 1) break
    text = removeEscapes(text, mark)
  }
  return text
}

/** The offsets of the objects that claim to be results. */
function fileOffsets(text: string): number[] {
  const starts: number[] = []
  for (let at = text.indexOf(resultFormat); at >= 0; at = text.indexOf(resultFormat, at + 1)) {
    const from = Math.max(0, at - 300)
    const before = text.slice(from, at)
    const brace = Math.max(...['{', '%7B', '%7b'].map((open) => before.lastIndexOf(open)))
    if (brace >= 0 && formatField.test(before.slice(-80))) starts.push(from + brace)
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

/** Invisible characters, and backslashes that Markdown puts before punctuation. */
const insertions = /[\u00ad\u200b\u2060\ufeff]|\\(?=[^"\\/bfnrtu])/g

/**
 * Tries the text as it is, then with lines joined that an email wrapped, then with straight quotes too, then without what
 * programs insert.
 */
function decodeLeniently(text: string): DecodedResult {
  // A gap is matched whether it has a line break or not: searching each of its spaces for one takes quadratic time.
  const onOneLine = text
    .replace(/[^\S\n]+(?:\n[\s>|]*)?|\n[\s>|]*/g, (gap) => (gap.includes('\n') ? ' ' : gap))
    .replace(/\u00a0/g, ' ')
  const withStraightQuotes = onOneLine.replace(openingQuote, '"').replace(closingQuote, '"')
  const withoutInsertions = withStraightQuotes.replace(insertions, '')
  for (const each of [text, onOneLine, withStraightQuotes, withoutInsertions]) {
    const found = decodeResultFile(each)
    if (found.kind !== 'truncated') return found
  }
  return { kind: 'truncated' }
}

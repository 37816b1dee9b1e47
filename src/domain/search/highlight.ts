import { tokenize } from './tokenize.ts'

/** A range of a text, end exclusive. */
export type TextRange = { start: number; end: number }

/** Where a text contains one of these terms, in order and without overlaps. */
export function matchRanges(text: string, terms: string[]): TextRange[] {
  const termSet = new Set(terms)
  const found = tokenize(text).filter(({ term }) => termSet.has(term))
  const ranges: TextRange[] = []
  for (const { start, end } of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = ranges.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else ranges.push({ start, end })
  }
  return ranges
}

/** A part of a text and the ranges of the terms in it. */
export type Excerpt = { text: string; ranges: TextRange[] }

/** The part of at most `length` characters with the most terms, cut between words. */
export function excerptOf(text: string, terms: string[], length = 160): Excerpt {
  if (text.length <= length) return { text, ranges: matchRanges(text, terms) }
  const ranges = matchRanges(text, terms)
  const start = wordStart(text, bestStart(ranges, length))
  const startsAtBeginning = start === 0
  const end = wordEnd(text, start + length - 2)
  const piece = `${startsAtBeginning ? '' : '…'}${text.slice(start, end).trimEnd()}${end < text.length ? '…' : ''}`
  return { text: piece, ranges: matchRanges(piece, terms) }
}

/** The start of the first window with the most ranges. */
function bestStart(ranges: TextRange[], length: number): number {
  const leadingContextLength = Math.floor(length / 5)
  let best = { start: 0, count: 0 }
  for (const { start } of ranges) {
    const from = Math.max(0, start - leadingContextLength)
    const count = ranges.filter((range) => range.start >= from && range.end <= from + length - 2).length
    if (count > best.count) best = { start: from, count }
  }
  return best.start
}

function wordStart(text: string, at: number): number {
  if (at === 0) return 0
  const space = text.indexOf(' ', at)
  return space < 0 ? at : space + 1
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length
  const space = text.lastIndexOf(' ', at)
  return space <= 0 ? at : space
}

import type { WorkBudget } from './work-budget.ts'

/**
 * What an en dash and an em dash stand for: word processors replace two hyphens, three, and sometimes one. `atLineEnd` says
 * whether a hyphen at the end of a line belongs to the code. The checksum decides which interpretation is right.
 */
export type DashInterpretation = { en: string; em: string; atLineEnd: '-' | '' }

/** The most likely first. */
export const dashInterpretations: readonly DashInterpretation[] = [
  { en: '--', em: '--', atLineEnd: '-' },
  { en: '-', em: '--', atLineEnd: '-' },
  { en: '--', em: '---', atLineEnd: '-' },
  { en: '-', em: '-', atLineEnd: '-' },
  { en: '-', em: '---', atLineEnd: '-' },
  { en: '--', em: '-', atLineEnd: '-' },
  { en: '--', em: '--', atLineEnd: '' },
]

/** Characters of a code, a dash, or a gap inside the code; short, so that little is scanned beyond the code. */
const piece = /[\w-]{1,200}|[–—]|[ \n]+/y

/**
 * Up to `count` characters of the code that starts at `at`, without spaces and line breaks. `end` is where it ends in the
 * text; `hasDash` says whether another interpretation is possible.
 */
export function scanCharacters(
  text: string,
  at: number,
  count: number,
  { en, em, atLineEnd }: DashInterpretation,
  budget: WorkBudget,
): { characters: string; end: number; hasDash: boolean } {
  let characters = ''
  let hasDash = false
  let end = at
  let next = at
  while (characters.length < count && budget.characters >= 0) {
    piece.lastIndex = next
    const [found] = piece.exec(text) ?? []
    if (found === undefined) break
    next += found.length
    budget.characters -= found.length
    if (/^\s/.test(found)) continue
    const isDash = found === '–' || found === '—'
    const isAtLineEnd = found.endsWith('-') && text[next] === '\n'
    hasDash ||= isDash || isAtLineEnd
    const whole = isAtLineEnd ? found.slice(0, -1) + atLineEnd : found
    const read = isDash ? (found === '–' ? en : em) : whole.slice(0, count - characters.length)
    end = next - (isDash ? 0 : whole.length - read.length)
    characters += read
  }
  return { characters: characters.slice(0, count), end, hasDash }
}

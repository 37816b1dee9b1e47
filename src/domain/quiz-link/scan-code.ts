import type { WorkBudget } from './work-budget.ts'

/**
 * What an en and an em dash stand for: word processors make one of two hyphens, of three, and sometimes of a
 * single one. And the hyphen at the end of a line, which is the code's own or the typesetter's. Which it was, the
 * checksum decides.
 */
export type DashInterpretation = { en: string; em: string; atLineEnd: '-' | '' }

/** The likeliest first. */
export const dashInterpretations: readonly DashInterpretation[] = [
  { en: '--', em: '--', atLineEnd: '-' },
  { en: '-', em: '--', atLineEnd: '-' },
  { en: '--', em: '---', atLineEnd: '-' },
  { en: '-', em: '-', atLineEnd: '-' },
  { en: '-', em: '---', atLineEnd: '-' },
  { en: '--', em: '-', atLineEnd: '-' },
  { en: '--', em: '--', atLineEnd: '' },
]

/** A stretch of code, a dash, or a gap inside the code; short, so that no more is looked at than is wanted. */
const piece = /[\w-]{1,200}|[–—]|[ \n]+/y

/**
 * Up to `count` characters of a code that starts at `at`, spaces and line breaks left out. `end` is where it ends
 * in the text, `hasDash` whether something was read that could be read otherwise.
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

import { mean } from '#domain/mean.ts'
import type { Item } from '#domain/quiz/item.ts'

export type SingleItem = Extract<Item, { kind: 'single' }>
export type MultiItem = Extract<Item, { kind: 'multi' }>
type QuizOption = { text: string; right?: boolean | undefined }

/** Statistics about how much the form of the options gives away in one area. All shares are 0 to 1. */
export type GiveawayStatistics = {
  singles: SingleItem[]
  multis: MultiItem[]
  longest: SingleItem[]
  shortest: SingleItem[]
  /** The expected share of right answers from guessing, and after ruling out the longest option and absolutes. */
  chance: number
  strategy: number
  clauses: OptionRates
  absolutes: OptionRates
}

/** The shares of right and of wrong options with a feature. */
export type OptionRates = { right: number; wrong: number }

/** Words that introduce a reason inside an option; "as" and "so" only after a comma. */
const reasonClause =
  /\b(because|since|so that|which is why|that is why|due to|thanks to)\b|, (so|as|for|hence|therefore)\b/i
const absolute =
  /\b(never|always|only|all|every|everything|no|none|nothing|nobody|must|cannot|entirely|completely)\b/i

export function giveawayStatistics(items: Item[]): GiveawayStatistics {
  const singles = items.filter((item) => item.kind === 'single')
  const multis = items.filter((item) => item.kind === 'multi')
  const options = [...singles, ...multis].flatMap((item): QuizOption[] => item.options)
  return {
    singles,
    multis,
    longest: singles.filter((item) => rightIsBeyond(item, (right, other) => right > other)),
    shortest: singles.filter((item) => rightIsBeyond(item, (right, other) => right < other)),
    chance: mean(singles.map((item) => 1 / item.options.length)),
    strategy: mean(singles.map(strategyRate)),
    clauses: optionRates(options, hasReasonClause),
    absolutes: optionRates(options, hasAbsolute),
  }
}

export function hasReasonClause({ text }: QuizOption): boolean {
  return reasonClause.test(withoutCode(text))
}

export function hasAbsolute({ text }: QuizOption): boolean {
  return absolute.test(withoutCode(text))
}

/** The probability of guessing right after ruling out the longest option and those with absolutes. */
export function strategyRate({ options }: SingleItem): number {
  const [longest, second] = options.toSorted((a, b) => displayedLength(b) - displayedLength(a))
  const isLongest = (option: QuizOption) =>
    option === longest && second !== undefined && displayedLength(option) > displayedLength(second)
  const remaining = options.filter((option) => !isLongest(option) && !hasAbsolute(option))
  const guessed = remaining.length > 0 ? remaining : options
  return guessed.some((option) => option.right) ? 1 / guessed.length : 0
}

function rightIsBeyond(
  { options }: SingleItem,
  isExtremeLength: (right: number, other: number) => boolean,
): boolean {
  const right = options.find((option) => option.right)
  if (!right) return false
  return options.every(
    (option) => option === right || isExtremeLength(displayedLength(right), displayedLength(option)),
  )
}

function optionRates(options: QuizOption[], has: (option: QuizOption) => boolean): OptionRates {
  const rate = (of: QuizOption[]) => mean(of.map((option) => (has(option) ? 1 : 0)))
  return {
    right: rate(options.filter((option) => option.right)),
    wrong: rate(options.filter((option) => !option.right)),
  }
}

/** The length that a reader sees: the backticks that mark code are not displayed. */
function displayedLength({ text }: QuizOption): number {
  return text.replaceAll('`', '').length
}

function withoutCode(text: string): string {
  return text.replace(/`[^`]*`/g, '`')
}

export function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}

import type { Attempt, AttemptAnswer, Confidence } from './attempt.ts'
import { toHundredths } from './percentage.ts'

export const outcomes = ['right', 'partly', 'wrong', 'unanswered'] as const
export type Outcome = (typeof outcomes)[number]

export type AttemptResult = {
  /** The sum of the items' scores, each in whole hundredths (see `toHundredths`) and at most 1. */
  score: number
  outOf: number
  counts: Record<Outcome, number>
  items: { id: string; outcome: Outcome; score: number; confidence?: Confidence }[]
}

export function currentItemId(attempt: Attempt): string | undefined {
  return attempt.items[attempt.at]
}

export function findAnswer(attempt: Attempt, item: string): AttemptAnswer | undefined {
  return Object.hasOwn(attempt.answers, item) ? attempt.answers[item] : undefined
}

export function isAnswered(attempt: Attempt, item: string): boolean {
  return findAnswer(attempt, item) !== undefined
}

export function isLastItem(attempt: Attempt): boolean {
  return attempt.at >= attempt.items.length - 1
}

export function outcomeOf(score: number): Outcome {
  return score >= 1 ? 'right' : score > 0 ? 'partly' : 'wrong'
}

export function attemptResult(attempt: Attempt): AttemptResult {
  const counts: Record<Outcome, number> = { right: 0, partly: 0, wrong: 0, unanswered: 0 }
  const items = attempt.items.map((id) => {
    const answer = findAnswer(attempt, id)
    const outcome = answer ? outcomeOf(answer.score) : 'unanswered'
    counts[outcome] += 1
    const confidence = answer?.confidence
    return { id, outcome, score: toHundredths(answer?.score ?? 0) / 100, ...(confidence && { confidence }) }
  })
  const hundredths = attempt.items.reduce(
    (sum, id) => sum + toHundredths(findAnswer(attempt, id)?.score ?? 0),
    0,
  )
  return { score: hundredths / 100, outOf: items.length, counts, items }
}

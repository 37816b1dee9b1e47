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

export function currentItemId(session: Attempt): string | undefined {
  return session.items[session.at]
}

export function findAnswer(session: Attempt, item: string): AttemptAnswer | undefined {
  return Object.hasOwn(session.answers, item) ? session.answers[item] : undefined
}

export function isAnswered(session: Attempt, item: string): boolean {
  return findAnswer(session, item) !== undefined
}

export function isLastItem(session: Attempt): boolean {
  return session.at >= session.items.length - 1
}

export function outcomeOf(score: number): Outcome {
  return score >= 1 ? 'right' : score > 0 ? 'partly' : 'wrong'
}

export function attemptResult(session: Attempt): AttemptResult {
  const counts: Record<Outcome, number> = { right: 0, partly: 0, wrong: 0, unanswered: 0 }
  const items = session.items.map((id) => {
    const answer = findAnswer(session, id)
    const outcome = answer ? outcomeOf(answer.score) : 'unanswered'
    counts[outcome] += 1
    const confidence = answer?.confidence
    return { id, outcome, score: toHundredths(answer?.score ?? 0) / 100, ...(confidence && { confidence }) }
  })
  const hundredths = session.items.reduce(
    (sum, id) => sum + toHundredths(findAnswer(session, id)?.score ?? 0),
    0,
  )
  return { score: hundredths / 100, outOf: items.length, counts, items }
}

import { hundredthsOf } from './score.ts'
import type { Confidence, SavedSession, SessionAnswer } from './session.ts'

export const outcomes = ['right', 'partly', 'wrong', 'unanswered'] as const
export type Outcome = (typeof outcomes)[number]

export type SessionResult = {
  /** Sum of the items' points in whole hundredths (see `hundredthsOf`); each item counts one. */
  score: number
  outOf: number
  counts: Record<Outcome, number>
  items: { id: string; outcome: Outcome; score: number; confidence?: Confidence }[]
}

export function currentItemId(session: SavedSession): string | undefined {
  return session.items[session.at]
}

export function answerTo(session: SavedSession, item: string): SessionAnswer | undefined {
  return Object.hasOwn(session.answers, item) ? session.answers[item] : undefined
}

export function isAnswered(session: SavedSession, item: string): boolean {
  return answerTo(session, item) !== undefined
}

export function isLastItem(session: SavedSession): boolean {
  return session.at >= session.items.length - 1
}

export function outcomeOf(score: number): Outcome {
  return score >= 1 ? 'right' : score > 0 ? 'partly' : 'wrong'
}

export function sessionResult(session: SavedSession): SessionResult {
  const counts: Record<Outcome, number> = { right: 0, partly: 0, wrong: 0, unanswered: 0 }
  const items = session.items.map((id) => {
    const answer = answerTo(session, id)
    const outcome = answer ? outcomeOf(answer.score) : 'unanswered'
    counts[outcome] += 1
    const confidence = answer?.confidence
    return { id, outcome, score: hundredthsOf(answer?.score ?? 0) / 100, ...(confidence && { confidence }) }
  })
  const hundredths = session.items.reduce(
    (sum, id) => sum + hundredthsOf(answerTo(session, id)?.score ?? 0),
    0,
  )
  return { score: hundredths / 100, outOf: items.length, counts, items }
}

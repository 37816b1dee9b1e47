import type { Confidence } from '#domain/quiz/attempt.ts'
import type { Outcome } from '#domain/quiz/attempt-result.ts'

export const confidenceLabels = {
  guess: 'Guess',
  fairly: 'Fairly sure',
  sure: 'Sure',
} satisfies Record<Confidence, string>

export const outcomeLabels = {
  right: 'Right',
  partly: 'Partly right',
  wrong: 'Not right',
  unanswered: 'Not answered',
} satisfies Record<Outcome, string>

/** A remark on the confidence of an answer; undefined if it matches the outcome. */
export function confidenceRemark(outcome: Outcome, confidence: Confidence | undefined): string | undefined {
  if (confidence === 'sure' && outcome === 'wrong')
    return 'You were sure of it. This one is worth a second look.'
  if (confidence === 'guess' && outcome === 'right') return 'Lucky guess. Read why it’s right.'
  return undefined
}

/** The part of an address that a reader recognizes: the host name and the path. */
export function sourceLabel(url: string): string {
  const { hostname, pathname } = new URL(url)
  return `${hostname.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}`
}

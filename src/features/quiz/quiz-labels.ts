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

/** What there is to learn from how sure one was; nothing where it fits. */
export function confidenceRemark(outcome: Outcome, confidence: Confidence | undefined): string | undefined {
  if (confidence === 'sure' && outcome === 'wrong')
    return 'You were sure of it. This one is worth a second look.'
  if (confidence === 'guess' && outcome === 'right') return 'You guessed well. The reasons make it knowledge.'
  return undefined
}

/** An address as a reader recognises it: the site, and the page where there is room. */
export function sourceLabel(url: string): string {
  const { hostname, pathname } = new URL(url)
  return `${hostname.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}`
}

import type { Attempt } from '../quiz/attempt.ts'
import { seededRandom, shuffle } from '../quiz/seeded-random.ts'
import type { QuizLink } from './quiz-link.ts'

/** The learner's name and group, if they were asked for. */
export type LearnerName = { name?: string; group?: string }

/** A new attempt with the link's settings. `items` are the link's; `at` is in milliseconds since 1970. */
export function createLinkedAttempt(
  link: QuizLink,
  {
    code,
    items,
    learner,
    attempt,
    at,
  }: {
    code: string
    items: readonly string[]
    learner: LearnerName
    /** The attempt number: 1 for the first. */
    attempt: number
    at: number
  },
): Attempt {
  const seed = link.shuffle ? `${link.seed}.${at.toString(36)}` : link.seed
  return {
    title: link.title,
    origin: { kind: 'link', code, attempt, ...learner },
    items: link.shuffle ? shuffle(items, seededRandom(seed)) : [...items],
    seed,
    shuffle: link.shuffle,
    feedback: link.feedback,
    answers: {},
    at: 0,
    startedAt: at,
  }
}

/** The attempt number and learner of a link's attempt; undefined for any other attempt. */
export function linkedAttemptDetails(
  linkedAttempt: Attempt | null,
): { code: string; attempt: number; learner: LearnerName } | undefined {
  if (linkedAttempt?.origin.kind !== 'link') return undefined
  const { code, attempt = 1, name, group } = linkedAttempt.origin
  return { code, attempt, learner: { ...(name && { name }), ...(group && { group }) } }
}

export function hasAttemptsRemaining({ tries }: QuizLink, attempt: number): boolean {
  return tries === undefined || attempt < tries
}

import type { Attempt } from '../quiz/attempt.ts'
import { compareEntries, latestEntries } from './latest-entries.ts'
import type { Progress } from './progress.ts'

type StoredAttempts = Progress['sessions']

/**
 * The most attempts that are stored. The course has ten practice quizzes; the rest is for quiz links, two terms of weekly
 * ones. If each were as long as a link allows, they would take two of the five million characters that a browser stores.
 */
export const maxAttempts = 40

/** The most recently changed attempts. */
export function latestAttempts(attempts: StoredAttempts, maxCount: number = maxAttempts): StoredAttempts {
  return latestEntries(attempts, maxCount)
}

/** The attempts that were started and not discarded, the latest first. */
export function attemptsNewestFirst(attempts: StoredAttempts): Attempt[] {
  return Object.entries(attempts)
    .sort(compareEntries)
    .flatMap(([, { value }]) => value ?? [])
}

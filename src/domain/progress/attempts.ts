import type { Attempt } from '../quiz/attempt.ts'
import { compareEntries, latestEntries } from './latest-entries.ts'
import type { Progress } from './progress.ts'

type StoredAttempts = Progress['sessions']

/**
 * The most places whose quiz is remembered. The course has ten to practise at; the rest is for quiz links, two
 * terms of weekly ones. All of them at the longest a link can ask would be two of the five million characters
 * that a browser stores.
 */
export const maxAttempts = 40

/** The places where something happened last. */
export function latestAttempts(sessions: StoredAttempts, maxCount: number = maxAttempts): StoredAttempts {
  return latestEntries(sessions, maxCount)
}

/** The quizzes that were begun and not dropped, the one touched last first. */
export function attemptsNewestFirst(sessions: StoredAttempts): Attempt[] {
  return Object.entries(sessions)
    .sort(compareEntries)
    .flatMap(([, { value }]) => value ?? [])
}

import type { SavedSession } from '../quiz/session.ts'
import { compareEntries, latestEntries } from './latest-entries.ts'
import type { Progress } from './progress.ts'

type Sessions = Progress['sessions']

/**
 * The most places whose quiz is remembered. The course has ten to practise at; the rest is for quiz links, two
 * terms of weekly ones. All of them at the longest a link can ask would be two of the five million characters
 * that a browser stores.
 */
export const maxSessions = 40

/** The places where something happened last. */
export function latestSessions(sessions: Sessions, most: number = maxSessions): Sessions {
  return latestEntries(sessions, most)
}

/** The quizzes that were begun and not dropped, the one touched last first. */
export function sessionsByTime(sessions: Sessions): SavedSession[] {
  return Object.entries(sessions)
    .sort(compareEntries)
    .flatMap(([, { value }]) => value ?? [])
}

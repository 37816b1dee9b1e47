import type { SavedSession } from '../quiz/session.ts'
import type { Progress } from './progress.ts'

type Sessions = Progress['sessions']
type Entry = Sessions[string]

/**
 * The most places whose quiz is remembered. The course has ten to practise at; the rest is for quiz links, two
 * terms of weekly ones. All of them at the longest a link can ask would be two of the five million characters
 * that a browser stores.
 */
export const maxSessions = 40

/** Of two places touched in one moment the name decides, so that every device keeps the same. */
function compareEntries([placeA, a]: [string, Entry], [placeB, b]: [string, Entry]): number {
  return b.at - a.at || (placeA < placeB ? -1 : 1)
}

/**
 * The places where something happened last; the very object while there are not too many. What makes this safe
 * to do on every device by itself: only the time of an entry counts, open or not, so an entry that is left
 * out here would be left out after any merge as well.
 */
export function latestSessions(sessions: Sessions, most: number = maxSessions): Sessions {
  const entries = Object.entries(sessions)
  if (entries.length <= most) return sessions
  return Object.fromEntries(entries.sort(compareEntries).slice(0, most))
}

/** The quizzes that were begun and not dropped, the one touched last first. */
export function sessionsByTime(sessions: Sessions): SavedSession[] {
  return Object.entries(sessions)
    .sort(compareEntries)
    .flatMap(([, { value }]) => value ?? [])
}

import { placeOf, type SavedSession } from '../quiz/session.ts'
import type { Role } from '../role.ts'
import { unionOfAnswers } from './answers.ts'
import { nextEra } from './era.ts'
import { type Answer, emptyProgress, latestTime, type Mark, type Progress, type Theme } from './progress.ts'
import { resultKey, withResult } from './results.ts'
import { latestSessions } from './sessions.ts'

/**
 * The moment of a change: later than the one it replaces even when the clock went back, since the newest
 * wins wherever two documents meet.
 */
function after(previous: { at: number } | undefined, now: number): number {
  return Math.min(Math.max(now, previous ? previous.at + 1 : 0), latestTime)
}

export function applyAnswer(progress: Progress, answer: Answer): Progress {
  const { answers, added } = unionOfAnswers(progress.answers, [answer])
  return added === 0 ? progress : { ...progress, answers }
}

/**
 * A mark that already stands is set anew: elsewhere, in a tab or on a device not heard of yet, it may have
 * been taken back meanwhile.
 */
function withMark(marks: Record<string, Mark>, id: string, on: boolean, now: number): Record<string, Mark> {
  return { ...marks, [id]: { on, at: after(marks[id], now) } }
}

export function markRead(progress: Progress, lessonId: string, now: number): Progress {
  return { ...progress, read: withMark(progress.read, lessonId, true, now) }
}

export function unmarkRead(progress: Progress, lessonId: string, now: number): Progress {
  return { ...progress, read: withMark(progress.read, lessonId, false, now) }
}

export function setBookmark(progress: Progress, lessonId: string, on: boolean, now: number): Progress {
  return { ...progress, bookmarks: withMark(progress.bookmarks, lessonId, on, now) }
}

function withOpened(progress: Progress, id: string, now: number): Progress {
  if (now <= (progress.opened[id] ?? -1)) return progress
  return { ...progress, opened: { ...progress.opened, [id]: now } }
}

export function openLesson(progress: Progress, lessonId: string, now: number): Progress {
  return withOpened(progress, lessonId, now)
}

/** The key of an expandable note in `opened`. */
export function noteKey(lessonId: string, noteSlug: string): string {
  return `${lessonId}#${noteSlug}`
}

export function openNote(progress: Progress, lessonId: string, noteSlug: string, now: number): Progress {
  return withOpened(progress, noteKey(lessonId, noteSlug), now)
}

/** The key of a lab's step in `labs`. */
export function stepKey(labId: string, stepId: string): string {
  return `${labId}.${stepId}`
}

/** A step's check has passed. Passing it again counts anew: elsewhere, progress may have been reset meanwhile. */
export function passStep(progress: Progress, labId: string, stepId: string, now: number): Progress {
  const key = stepKey(labId, stepId)
  if (now <= (progress.labs[key] ?? -1)) return progress
  return { ...progress, labs: { ...progress.labs, [key]: now } }
}

export function setRole(progress: Progress, value: Role, now: number): Progress {
  const { settings } = progress
  return { ...progress, settings: { ...settings, role: { value, at: after(settings.role, now) } } }
}

export function setTheme(progress: Progress, value: Theme, now: number): Progress {
  const { settings } = progress
  return { ...progress, settings: { ...settings, theme: { value, at: after(settings.theme, now) } } }
}

export function setShortcuts(progress: Progress, value: 'on' | 'off', now: number): Progress {
  const { settings } = progress
  return { ...progress, settings: { ...settings, shortcuts: { value, at: after(settings.shortcuts, now) } } }
}

function withSession(progress: Progress, place: string, value: SavedSession | null, now: number): Progress {
  const { sessions } = progress
  const entry = { value, at: after(sessions[place], now) }
  return { ...progress, sessions: latestSessions({ ...sessions, [place]: entry }) }
}

/**
 * A quiz was begun or went on: it replaces the one at its own place, and no other. A finished try of a link is
 * kept among the results as well, with the revisions of its items if they are known.
 */
export function saveSession(
  progress: Progress,
  session: SavedSession,
  now: number,
  revs?: readonly number[],
): Progress {
  const saved = withSession(progress, placeOf(session.origin), session, now)
  return { ...saved, results: withResult(progress.results, session, revs) }
}

/** The result of a finished try is not wanted any more. Said anew where it was deleted before: see `withMark`. */
export function deleteResult(progress: Progress, key: string, now: number): Progress {
  const entry = progress.results[key]
  if (!entry) return progress
  // No later than it must be, unlike a mark: a deleted result stays deleted at equal times too.
  const at = Math.min(Math.max(now, entry.at), latestTime)
  const results = { ...progress.results, [key]: { value: null, at } }
  // It may still be open where it was taken, also when the result was deleted before: in another tab.
  const there = Object.values(progress.sessions).find(({ value }) => value && resultKey(value) === key)?.value
  return { ...(there ? dropSession(progress, placeOf(there.origin), now) : progress), results }
}

/** The quiz at a place (see `placeOf`) was dropped. */
export function dropSession(progress: Progress, place: string, now: number): Progress {
  return withSession(progress, place, null, now)
}

/** A new era without anything learnt. Settings are not progress: they stay. */
export function reset(progress: Progress, now: number): Progress {
  return { ...emptyProgress, era: nextEra(progress.era, now), settings: progress.settings }
}

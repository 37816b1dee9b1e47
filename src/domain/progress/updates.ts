import * as v from 'valibot'
import { stepKey } from '../lab/completed-steps.ts'
import { maxTimestamp } from '../max-timestamp.ts'
import { type Attempt, quizKeyOf } from '../quiz/attempt.ts'
import type { Role } from '../role.ts'
import { mergeAnswers } from './answer-list.ts'
import { latestAttempts } from './attempts.ts'
import { type Answer, answerSchema, emptyProgress, type Mark, type Progress, type Theme } from './progress.ts'
import { nextResetEpoch } from './reset-epoch.ts'
import { addResult, resultKey } from './saved-results.ts'

/**
 * The timestamp of a change: later than the one it replaces even if the clock went back, because the newest wins in a
 * merge.
 */
function timestampAfter(previous: { at: number } | undefined, now: number): number {
  return Math.min(Math.max(now, previous ? previous.at + 1 : 0), maxTimestamp)
}

export function applyAnswer(progress: Progress, answer: Answer): Progress {
  const { answers, added } = mergeAnswers(progress.answers, [answer])
  return added === 0 ? progress : { ...progress, answers }
}

/** A new answer; the store adds the timestamp. */
export type NewAnswer = Omit<Answer, 'at'>

/**
 * Validated before it is stored: typed text can be too long, and one invalid answer would make the whole document
 * unreadable at the next visit.
 */
export function applyNewAnswer(progress: Progress, answer: NewAnswer, at: number): Progress {
  return applyAnswer(progress, v.parse(answerSchema, { ...answer, at }))
}

/**
 * Always updates the timestamp, because another tab or device may have removed the mark in the meantime.
 */
function setMark(marks: Record<string, Mark>, id: string, on: boolean, now: number): Record<string, Mark> {
  return { ...marks, [id]: { on, at: timestampAfter(marks[id], now) } }
}

export function applyRead(progress: Progress, lessonId: string, now: number): Progress {
  return { ...progress, read: setMark(progress.read, lessonId, true, now) }
}

export function applyUnread(progress: Progress, lessonId: string, now: number): Progress {
  return { ...progress, read: setMark(progress.read, lessonId, false, now) }
}

export function applyBookmark(progress: Progress, lessonId: string, on: boolean, now: number): Progress {
  return { ...progress, bookmarks: setMark(progress.bookmarks, lessonId, on, now) }
}

function setOpened(progress: Progress, id: string, now: number): Progress {
  if (now <= (progress.opened[id] ?? -1)) return progress
  return { ...progress, opened: { ...progress.opened, [id]: now } }
}

export function applyLessonOpened(progress: Progress, lessonId: string, now: number): Progress {
  return setOpened(progress, lessonId, now)
}

/** The key of an expandable note in `opened`. */
export function noteKey(lessonId: string, noteSlug: string): string {
  return `${lessonId}#${noteSlug}`
}

export function applyNoteOpened(
  progress: Progress,
  lessonId: string,
  noteSlug: string,
  now: number,
): Progress {
  return setOpened(progress, noteKey(lessonId, noteSlug), now)
}

/** A step's check has passed. Passing again updates the timestamp, because another tab may have reset progress. */
export function applyCompletedStep(progress: Progress, labId: string, stepId: string, now: number): Progress {
  const key = stepKey(labId, stepId)
  if (now <= (progress.labs[key] ?? -1)) return progress
  return { ...progress, labs: { ...progress.labs, [key]: now } }
}

export function applyRole(progress: Progress, value: Role, now: number): Progress {
  const { settings } = progress
  return { ...progress, settings: { ...settings, role: { value, at: timestampAfter(settings.role, now) } } }
}

export function applyTheme(progress: Progress, value: Theme, now: number): Progress {
  const { settings } = progress
  return { ...progress, settings: { ...settings, theme: { value, at: timestampAfter(settings.theme, now) } } }
}

export function applyShortcuts(progress: Progress, value: 'on' | 'off', now: number): Progress {
  const { settings } = progress
  return {
    ...progress,
    settings: { ...settings, shortcuts: { value, at: timestampAfter(settings.shortcuts, now) } },
  }
}

function setAttempt(progress: Progress, quizKey: string, value: Attempt | null, now: number): Progress {
  const { sessions } = progress
  const entry = { value, at: timestampAfter(sessions[quizKey], now) }
  return { ...progress, sessions: latestAttempts({ ...sessions, [quizKey]: entry }) }
}

/**
 * Saves an attempt under its quiz key. A finished attempt of a link is also added to the results, with the revisions of its
 * items if they are known.
 */
export function applySavedAttempt(
  progress: Progress,
  attempt: Attempt,
  now: number,
  itemRevisions?: readonly number[],
): Progress {
  const saved = setAttempt(progress, quizKeyOf(attempt.origin), attempt, now)
  return { ...saved, results: addResult(progress.results, attempt, itemRevisions) }
}

/** Deletes a result. Deleting it again updates the timestamp: see `setMark`. */
export function applyDeletedResult(progress: Progress, key: string, now: number): Progress {
  const entry = progress.results[key]
  if (!entry) return progress
  // Unlike a mark, it need not be later: a deletion wins with equal timestamps too.
  const at = Math.min(Math.max(now, entry.at), maxTimestamp)
  const results = { ...progress.results, [key]: { value: null, at } }
  // The attempt may still be open, for example in another tab.
  const storedAttempt = Object.values(progress.sessions).find(
    ({ value }) => value && resultKey(value) === key,
  )?.value
  return {
    ...(storedAttempt ? applyDiscardedAttempt(progress, quizKeyOf(storedAttempt.origin), now) : progress),
    results,
  }
}

/** Discards the attempt under a quiz key (see `quizKeyOf`). */
export function applyDiscardedAttempt(progress: Progress, quizKey: string, now: number): Progress {
  return setAttempt(progress, quizKey, null, now)
}

/** Starts a new reset epoch. Settings are not progress and stay. */
export function applyReset(progress: Progress, now: number): Progress {
  return { ...emptyProgress, era: nextResetEpoch(progress.era, now), settings: progress.settings }
}

import * as v from 'valibot'
import { setSession } from '#domain/progress/changes.ts'
import { openSessionSchema } from '#domain/progress/progress.ts'
import type { SavedSession } from '#domain/quiz/session.ts'
import { change, useProgress } from './progress.ts'

/**
 * Keeps a quiz under way, new or gone on with. There is one place for it: with two quizzes in two tabs, the
 * one answered last is there after a reload. Checked for the same reason as an answer is.
 */
export function saveSession(session: SavedSession): void {
  change((progress, now) => setSession(progress, v.parse(openSessionSchema, session), now))
}

export function clearSession(): void {
  change((progress, now) => setSession(progress, null, now))
}

/**
 * The quiz to resume. It may be replaced by another tab's at any time: read it once when a quiz opens, and
 * keep what is on screen in the view's own state.
 */
export function useSavedSession(): SavedSession | null {
  return useProgress((progress) => progress.session.value)
}

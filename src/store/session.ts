import * as v from 'valibot'
import * as changes from '#domain/progress/changes.ts'
import { openSessionSchema } from '#domain/progress/progress.ts'
import { sessionsByTime } from '#domain/progress/sessions.ts'
import { quizDrafts } from '#domain/quiz/drafts.ts'
import { placeOf, type SavedSession } from '#domain/quiz/session.ts'
import { type NewAnswer, withAnswer } from './answers.ts'
import { drafts } from './drafts.ts'
import { askOnceToPersist } from './persistence.ts'
import { change, progressStore, useProgress } from './progress.ts'

/**
 * Keeps a quiz under way, new or gone on with, at its place: with the same place open in two tabs, the one
 * answered last is there after a reload. Checked for the same reason as an answer is. `revs` are the revisions
 * of its items, in their order: the result of a finished try keeps them. `answers` were just given in it, and are
 * stored with it.
 */
export function saveSession(
  session: SavedSession,
  revs?: readonly number[],
  answers: readonly NewAnswer[] = [],
): void {
  const place = placeOf(session.origin)
  const before = progressStore.getState().sessions[place]?.value
  change((progress, now) => {
    const saved = changes.saveSession(progress, v.parse(openSessionSchema, session), now, revs)
    return answers.reduce((before, answer) => withAnswer(before, answer, now), saved)
  })
  if (answers.length > 0) askOnceToPersist()
  // What was not checked in a quiz that is over, or in the one that this one replaces, is not wanted any more.
  if (before && before.startedAt !== session.startedAt) {
    if (isSameTry(before, session)) drafts.moveAll(quizDrafts(before), quizDrafts(session))
    else drafts.dropAll(quizDrafts(before))
  }
  if (session.finishedAt !== undefined) drafts.dropAll(quizDrafts(session))
}

/** One try has two starts where the clock was set back in between. */
function isSameTry(before: SavedSession, after: SavedSession): boolean {
  return after.startedAt < before.startedAt && after.seed === before.seed
}

/** `place`: see `placeOf`. */
export function dropSession(place: string): void {
  change((progress, now) => changes.dropSession(progress, place, now))
  drafts.dropAll(`${place}@`)
}

/**
 * The quiz to resume at a place (see `placeOf`). Another tab may replace it at any time: read it once when
 * a quiz opens, and keep what is on screen in the view's own state.
 */
export function useSavedSession(place: string): SavedSession | null {
  return useProgress((progress) => progress.sessions[place]?.value ?? null)
}

/** Every quiz that was begun and not dropped, the one touched last first. */
export function useSavedSessions(): SavedSession[] {
  return sessionsByTime(useProgress((progress) => progress.sessions))
}

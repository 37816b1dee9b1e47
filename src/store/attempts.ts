import { useRef, useState } from 'react'
import * as v from 'valibot'
import { attemptsNewestFirst } from '#domain/progress/attempts.ts'
import { savedAttemptSchema } from '#domain/progress/progress.ts'
import * as changes from '#domain/progress/updates.ts'
import { type Attempt, quizKeyOf } from '#domain/quiz/attempt.ts'
import { type AttemptEvent, applyAttemptEvent, reconcileWithItems } from '#domain/quiz/attempt-events.ts'
import { attemptDraftPrefix } from '#domain/quiz/drafts.ts'
import type { Item } from '#domain/quiz/item.ts'
import { drafts } from './drafts.ts'
import { progressStore, updateProgress, useProgress } from './progress.ts'
import { requestPersistenceOnce } from './request-persistence.ts'

/**
 * A quiz as it goes on, new, resumed or from a link: every step is kept, and every answer counts in the learner's
 * progress. What is on screen lives here, since another tab may replace what is stored. `missing` and `outdated` say
 * what the course changed since `start` was saved (see `reconcileWithItems`).
 */
export function useAttempt(initialAttempt: Attempt, items: Item[]) {
  const [reconciled] = useState(() => reconcileWithItems(initialAttempt, items))
  const [session, setSession] = useState(reconciled.session)
  // Two acts can come before the next render: the second builds on the first.
  const latest = useRef(session)

  const revisionOf = (id: string) => items.find((item) => item.id === id)?.rev

  /** All that one act of the learner brings about, such as an answer and the step after it: kept together or not at all. */
  function onEvent(...events: AttemptEvent[]) {
    const before = latest.current
    latest.current = events.reduce(applyAttemptEvent, before)
    if (latest.current === before) return
    setSession(latest.current)
    const revs = latest.current.items.map((id) => revisionOf(id) ?? 1)
    saveAttempt(latest.current, revs, events.flatMap(toNewAnswer))
  }
  function toNewAnswer(event: AttemptEvent) {
    if (event.kind !== 'answered') return []
    const { kind: _, at: __, ...answer } = event
    const rev = revisionOf(answer.item)
    return rev === undefined ? [] : [{ ...answer, rev }]
  }

  return { session, missing: reconciled.missing, outdated: reconciled.outdated, onEvent }
}

/**
 * Keeps a quiz under way, new or gone on with, at its place: with the same place open in two tabs, the one
 * answered last is there after a reload. Checked for the same reason as an answer is. `revs` are the revisions
 * of its items, in their order: the result of a finished try keeps them. `answers` were just given in it, and are
 * stored with it.
 */
export function saveAttempt(
  session: Attempt,
  revs?: readonly number[],
  answers: readonly changes.NewAnswer[] = [],
): void {
  const quizKey = quizKeyOf(session.origin)
  const before = progressStore.getState().sessions[quizKey]?.value
  updateProgress((progress, now) => {
    const saved = changes.applySavedAttempt(progress, v.parse(savedAttemptSchema, session), now, revs)
    return answers.reduce((before, answer) => changes.applyNewAnswer(before, answer, now), saved)
  })
  if (answers.length > 0) requestPersistenceOnce()
  // What was not checked in a quiz that is over, or in the one that this one replaces, is not wanted any more.
  if (before && before.startedAt !== session.startedAt) {
    if (isSameTry(before, session)) drafts.moveAll(attemptDraftPrefix(before), attemptDraftPrefix(session))
    else drafts.dropAll(attemptDraftPrefix(before))
  }
  if (session.finishedAt !== undefined) drafts.dropAll(attemptDraftPrefix(session))
}

/** One try has two starts where the clock was set back in between. */
function isSameTry(before: Attempt, after: Attempt): boolean {
  return after.startedAt < before.startedAt && after.seed === before.seed
}

/** `place`: see `placeOf`. */
export function discardAttempt(quizKey: string): void {
  updateProgress((progress, now) => changes.applyDiscardedAttempt(progress, quizKey, now))
  drafts.dropAll(`${quizKey}@`)
}

/**
 * The quiz to resume at a place (see `placeOf`). Another tab may replace it at any time: read it once when
 * a quiz opens, and keep what is on screen in the view's own state.
 */
export function useSavedAttempt(quizKey: string): Attempt | null {
  return useProgress((progress) => progress.sessions[quizKey]?.value ?? null)
}

/** Every quiz that was begun and not dropped, the one touched last first. */
export function useSavedAttempts(): Attempt[] {
  return attemptsNewestFirst(useProgress((progress) => progress.sessions))
}

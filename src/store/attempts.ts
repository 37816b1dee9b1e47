import { useEffect, useRef, useState } from 'react'
import * as v from 'valibot'
import { attemptsNewestFirst } from '#domain/progress/attempts.ts'
import * as changes from '#domain/progress/updates.ts'
import { type Attempt, attemptSchema, quizKeyOf } from '#domain/quiz/attempt.ts'
import {
  type AttemptEvent,
  applyAttemptEvent,
  continuedElsewhere,
  reconcileWithItems,
} from '#domain/quiz/attempt-events.ts'
import { attemptDraftPrefix } from '#domain/quiz/drafts.ts'
import type { Item } from '#domain/quiz/item.ts'
import { drafts } from './drafts.ts'
import { progressStore, updateProgress, useProgress } from './progress.ts'
import { requestPersistenceOnce } from './request-persistence.ts'

/**
 * A running attempt, whether new, resumed or from a link: every step is saved, and every answer is recorded in
 * progress. The attempt on screen is local state, because another tab may replace the stored one; if another tab
 * continues the same attempt, this one follows. `missing` and
 * `outdated` say what has changed in the course since `initialAttempt` was saved (see `reconcileWithItems`).
 */
export function useAttempt(initialAttempt: Attempt, items: Item[]) {
  const [reconciled] = useState(() => reconcileWithItems(initialAttempt, items))
  const [attempt, setAttempt] = useState(reconciled.attempt)
  // Two events can arrive before the next render; the second builds on the first.
  const latest = useRef(attempt)

  useEffect(() => {
    const quizKey = quizKeyOf(reconciled.attempt.origin)
    return progressStore.subscribe(({ sessions }) => {
      const stored = sessions[quizKey]?.value
      const before = latest.current
      latest.current = continuedElsewhere(before, stored && reconcileWithItems(stored, items).attempt)
      if (latest.current !== before) setAttempt(latest.current)
    })
  }, [reconciled, items])

  const revisionOf = (id: string) => items.find((item) => item.id === id)?.rev

  /** Applies the events of one action, such as an answer and the next step, and saves them in one write. */
  function onEvent(...events: AttemptEvent[]) {
    const before = latest.current
    latest.current = events.reduce(applyAttemptEvent, before)
    if (latest.current === before) return
    setAttempt(latest.current)
    const revs = latest.current.items.map((id) => revisionOf(id) ?? 1)
    saveAttempt(latest.current, revs, events.flatMap(toNewAnswer))
  }
  function toNewAnswer(event: AttemptEvent) {
    if (event.kind !== 'answered') return []
    const { kind: _, at: __, ...answer } = event
    const rev = revisionOf(answer.item)
    return rev === undefined ? [] : [{ ...answer, rev }]
  }

  return { attempt, missing: reconciled.missing, outdated: reconciled.outdated, onEvent }
}

/**
 * Saves an attempt under its quiz key; if two tabs have the same quiz open, the last answer wins. It is validated
 * first, as answers are. `revs` are the revisions of its items, in their order, for the result of a finished attempt.
 * `answers` were just given in it and are stored in the same write.
 */
export function saveAttempt(
  attempt: Attempt,
  revs?: readonly number[],
  answers: readonly changes.NewAnswer[] = [],
): void {
  const quizKey = quizKeyOf(attempt.origin)
  const before = progressStore.getState().sessions[quizKey]?.value
  updateProgress((progress, now) => {
    const saved = changes.applySavedAttempt(progress, v.parse(attemptSchema, attempt), now, revs)
    return answers.reduce((before, answer) => changes.applyNewAnswer(before, answer, now), saved)
  })
  if (answers.length > 0) requestPersistenceOnce()
  // Drafts of a finished or replaced attempt are no longer needed.
  if (before && before.startedAt !== attempt.startedAt) {
    if (isSameAttempt(before, attempt))
      drafts.moveAll(attemptDraftPrefix(before), attemptDraftPrefix(attempt))
    else drafts.dropAll(attemptDraftPrefix(before))
  }
  if (attempt.finishedAt !== undefined) drafts.dropAll(attemptDraftPrefix(attempt))
}

/** One attempt has two start times if the clock was set back in between. */
function isSameAttempt(before: Attempt, after: Attempt): boolean {
  return after.startedAt < before.startedAt && after.seed === before.seed
}

/** `quizKey`: see `quizKeyOf`. */
export function discardAttempt(quizKey: string): void {
  updateProgress((progress, now) => changes.applyDiscardedAttempt(progress, quizKey, now))
  drafts.dropAll(`${quizKey}@`)
}

/**
 * The attempt to resume (see `quizKeyOf`). Another tab may replace it at any time, so read it once when a quiz opens
 * and keep what is on screen in the view's own state.
 */
export function useSavedAttempt(quizKey: string): Attempt | null {
  return useProgress((progress) => progress.sessions[quizKey]?.value ?? null)
}

/** All attempts that were started and not discarded, the latest first. */
export function useSavedAttempts(): Attempt[] {
  return attemptsNewestFirst(useProgress((progress) => progress.sessions))
}

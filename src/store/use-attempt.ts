import { useRef, useState } from 'react'
import type { Attempt } from '#domain/quiz/attempt.ts'
import { type AttemptEvent, applyAttemptEvent, reconcileWithItems } from '#domain/quiz/attempt-events.ts'
import type { Item } from '#domain/quiz/item.ts'
import { saveAttempt } from './attempts.ts'

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

import { useRef, useState } from 'react'
import type { Item } from '#domain/quiz/item.ts'
import type { SavedSession } from '#domain/quiz/session.ts'
import { applySessionEvent, fitToItems, type SessionEvent } from '#domain/quiz/session-events.ts'
import { saveSession } from './session.ts'

/**
 * A quiz as it goes on, new, resumed or from a link: every step is kept, and every answer counts in the learner's
 * progress. What is on screen lives here, since another tab may replace what is stored. `missing` and `outdated` say
 * what the course changed since `start` was saved (see `fitToItems`).
 */
export function useSessionRun(start: SavedSession, items: Item[]) {
  const [fitted] = useState(() => fitToItems(start, items))
  const [session, setSession] = useState(fitted.session)
  // Two acts can come before the next render: the second builds on the first.
  const latest = useRef(session)

  const revOf = (id: string) => items.find((item) => item.id === id)?.rev

  /** All that one act of the learner brings about, such as an answer and the step after it: kept together or not at all. */
  function onEvent(...events: SessionEvent[]) {
    const before = latest.current
    latest.current = events.reduce(applySessionEvent, before)
    if (latest.current === before) return
    setSession(latest.current)
    const revs = latest.current.items.map((id) => revOf(id) ?? 1)
    saveSession(latest.current, revs, events.flatMap(answerOf))
  }
  function answerOf(event: SessionEvent) {
    if (event.kind !== 'answered') return []
    const { kind: _, at: __, ...answer } = event
    const rev = revOf(answer.item)
    return rev === undefined ? [] : [{ ...answer, rev }]
  }

  return { session, missing: fitted.missing, outdated: fitted.outdated, onEvent }
}

import { useRef, useState } from 'react'
import type { Item } from '#domain/quiz/item.ts'
import type { SavedSession } from '#domain/quiz/session.ts'
import { applySessionEvent, fitToItems, type SessionEvent } from '#domain/quiz/session-events.ts'
import { recordAnswer } from '#store/answers.ts'
import { saveSession } from '#store/session.ts'

/**
 * A quiz of a link as it goes on: every step is kept in the store, and every answer counts in the
 * learner's progress as all answers do. What is on screen lives here, since another tab may replace what is
 * stored.
 */
export function useLinkRun(
  start: SavedSession,
  items: Item[],
): { session: SavedSession; onEvent: (event: SessionEvent) => void } {
  const [session, setSession] = useState(() => fitToItems(start, items).session)
  // An answer and the step after it can come in one event of the browser: the second builds on the first.
  const latest = useRef(session)

  function onEvent(event: SessionEvent) {
    const before = latest.current
    latest.current = applySessionEvent(before, event)
    if (latest.current === before) return
    setSession(latest.current)
    saveSession(latest.current)
    if (event.kind !== 'answered') return
    const { kind: _, at: __, ...answer } = event
    const rev = items.find((item) => item.id === answer.item)?.rev
    if (rev !== undefined) recordAnswer({ ...answer, rev })
  }
  return { session, onEvent }
}

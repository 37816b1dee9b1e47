import { useRef, useState } from 'react'
import type { Item } from '#domain/quiz/item.ts'
import type { SavedSession } from '#domain/quiz/session.ts'
import { applySessionEvent, fitToItems, type SessionEvent } from '#domain/quiz/session-events.ts'
import { recordAnswer } from './answers.ts'
import { saveSession } from './session.ts'

/**
 * A quiz as it goes on, new, resumed or from a link: every step is kept, and every answer counts in the learner's
 * progress. What is on screen lives here, since another tab may replace what is stored. `missing` and `outdated` say
 * what the course changed since `start` was saved (see `fitToItems`).
 */
export function useSessionRun(start: SavedSession, items: Item[]) {
  const [fitted] = useState(() => fitToItems(start, items))
  const [session, setSession] = useState(fitted.session)
  // An answer and the step after it can come in one event of the browser: the second builds on the first.
  const latest = useRef(session)

  const revOf = (id: string) => items.find((item) => item.id === id)?.rev

  function onEvent(event: SessionEvent) {
    const before = latest.current
    latest.current = applySessionEvent(before, event)
    if (latest.current === before) return
    setSession(latest.current)
    saveSession(
      latest.current,
      latest.current.items.map((id) => revOf(id) ?? 1),
    )
    if (event.kind !== 'answered') return
    const { kind: _, at: __, ...answer } = event
    const rev = revOf(answer.item)
    if (rev !== undefined) recordAnswer({ ...answer, rev })
  }

  return { session, missing: fitted.missing, outdated: fitted.outdated, onEvent }
}

import { useRef, useState } from 'react'
import type { Item } from '#domain/quiz/item.ts'
import type { SavedSession } from '#domain/quiz/session.ts'
import { applySessionEvent, fitToItems, type SessionEvent } from '#domain/quiz/session-events.ts'
import { now } from '#platform/clock.ts'
import { recordAnswer } from '#store/answers.ts'
import { saveSession } from '#store/session.ts'
import { Panel } from '#ui/panel.tsx'
import type { QuizFrame } from './quiz-frame.ts'
import { QuizRunner } from './quiz-runner.tsx'

/**
 * A quiz, new or resumed, kept in the store at every step. `session` is where it starts: another tab may
 * replace the stored one meanwhile, so what is on screen lives here. A new `key` starts over.
 */
export function Quiz({
  session: start,
  items,
  ...frame
}: QuizFrame & { session: SavedSession; items: Item[] }) {
  const [fitted] = useState(() => fitToItems(start, items))
  const [session, setSession] = useState(fitted.session)
  // An answer and the step after it can come in one event of the browser: the second builds on the first.
  const latest = useRef(session)

  function happened(event: SessionEvent) {
    latest.current = applySessionEvent(latest.current, event)
    setSession(latest.current)
    saveSession(latest.current)
    if (event.kind !== 'answered') return
    const { kind: _, at: __, ...answer } = event
    const rev = items.find((item) => item.id === answer.item)?.rev
    if (rev !== undefined) recordAnswer({ ...answer, rev })
  }

  return (
    <div className="grid grid-cols-1 gap-6">
      <Changes missing={fitted.missing.length} outdated={fitted.outdated.length} />
      <QuizRunner session={session} items={items} onEvent={happened} now={now} {...frame} />
    </div>
  )
}

/** What the course changed since this quiz was saved. */
function Changes({ missing, outdated }: { missing: number; outdated: number }) {
  if (missing === 0 && outdated === 0) return null
  return (
    <Panel tone="caution" className="max-w-measure">
      {missing > 0 && (
        <p>
          {missing === 1 ? 'One item of this quiz is' : `${missing} items of this quiz are`} no longer in the
          course and left out. Your other answers are safe.
        </p>
      )}
      {outdated > 0 && (
        <p>
          {outdated === 1 ? 'One item was' : `${outdated} items were`} rewritten since you answered. You are
          asked again.
        </p>
      )}
    </Panel>
  )
}

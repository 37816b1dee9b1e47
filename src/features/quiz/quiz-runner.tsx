import type { Attempt } from '#domain/quiz/attempt.ts'
import type { AttemptEvent } from '#domain/quiz/attempt-events.ts'
import { currentItemId } from '#domain/quiz/attempt-result.ts'
import type { Item } from '#domain/quiz/item.ts'
import { ItemScreen } from './item-screen.tsx'
import type { QuizOptions } from './quiz-options.ts'
import { QuizResult } from './quiz-result.tsx'

/**
 * A quiz as far as it stands: the item to answer, or the result. It holds no answers: what happens goes out
 * as an event, and comes back as the session after it. It appears because somebody started or went on, so
 * it takes the focus.
 */
export function QuizRunner({
  session,
  items,
  onEvent,
  now,
  ...frame
}: QuizOptions & {
  session: Attempt
  /** All items of the session, in any order. */
  items: Item[]
  onEvent: (...events: AttemptEvent[]) => void
  /** The time, in milliseconds since 1970. */
  now: () => number
}) {
  const item = items.find((candidate) => candidate.id === currentItemId(session))
  if (session.finishedAt !== undefined) {
    return (
      <QuizResult
        session={session}
        items={items}
        takesFocus
        onRetry={() => onEvent({ kind: 'retriedWrong', seed: now().toString(36), at: now() })}
        {...frame}
      />
    )
  }
  if (!item) return <p>Nothing is left of this quiz: its questions were removed from the course.</p>
  return (
    <ItemScreen
      key={item.id}
      session={session}
      item={item}
      takesFocus
      href={frame.href(item)}
      asksConfidence={frame.asksConfidence ?? true}
      onEvent={onEvent}
      now={now}
    />
  )
}

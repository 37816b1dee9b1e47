import type { Attempt } from '#domain/quiz/attempt.ts'
import type { Item } from '#domain/quiz/item.ts'
import { now } from '#platform/clock.ts'
import { useAttempt } from '#store/use-attempt.ts'
import { Panel } from '#ui/panel.tsx'
import type { QuizOptions } from './quiz-options.ts'
import { QuizRunner } from './quiz-runner.tsx'

/** A quiz, new or resumed (see `useAttempt`). A new `key` starts over. */
export function Quiz({ session: start, items, ...frame }: QuizOptions & { session: Attempt; items: Item[] }) {
  const { session, missing, outdated, onEvent } = useAttempt(start, items)
  return (
    <div className="grid grid-cols-1 gap-6">
      <CourseChangeNotice missing={missing.length} outdated={outdated.length} />
      <QuizRunner session={session} items={items} onEvent={onEvent} now={now} {...frame} />
    </div>
  )
}

/** What the course changed since this quiz was saved. */
function CourseChangeNotice({ missing, outdated }: { missing: number; outdated: number }) {
  if (missing === 0 && outdated === 0) return null
  return (
    <Panel tone="caution" className="max-w-measure">
      {missing > 0 && (
        <p>
          {missing === 1 ? 'One question of this quiz is' : `${missing} questions of this quiz are`} no longer
          in the course and left out. Your other answers are safe.
        </p>
      )}
      {outdated > 0 && (
        <p>
          {outdated === 1 ? 'One question was' : `${outdated} questions were`} rewritten since you answered.
          You are asked again.
        </p>
      )}
    </Panel>
  )
}

import { useState } from 'react'
import type { Attempt, Confidence } from '#domain/quiz/attempt.ts'
import type { AttemptEvent } from '#domain/quiz/attempt-events.ts'
import { currentItemId, findAnswer, isLastItem } from '#domain/quiz/attempt-result.ts'
import { attemptDraftPrefix } from '#domain/quiz/drafts.ts'
import { displayOrder, gradeItem } from '#domain/quiz/grading.ts'
import type { Item } from '#domain/quiz/item.ts'
import type { ItemResponse } from '#domain/quiz/item-schema.ts'
import { now } from '#platform/clock.ts'
import { useAttempt } from '#store/attempts.ts'
import { useDraft } from '#store/use-draft.ts'
import { Button } from '#ui/button.tsx'
import { Panel } from '#ui/panel.tsx'
import { Feedback } from './feedback.tsx'
import { Question } from './question.tsx'
import type { QuizOptions } from './quiz-options.ts'
import { QuizResult } from './quiz-result.tsx'
import { useFocusOnMount } from './use-focus-on-mount.ts'

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

/** One item of a quiz, its feedback where reasons come at once, and the way on. */
function ItemScreen({
  session,
  item,
  takesFocus,
  href,
  asksConfidence,
  onEvent,
  now,
}: {
  session: Attempt
  item: Item
  takesFocus: boolean
  href: string | undefined
  asksConfidence: boolean
  onEvent: (...events: AttemptEvent[]) => void
  now: () => number
}) {
  const { draft, keepDraft, dropDraft } = useDraft(`${attemptDraftPrefix(session)}${item.id}`, item)
  const [hasChecked, setHasChecked] = useState(false)
  const stem = useFocusOnMount<HTMLDivElement>(takesFocus)
  const answer = findAnswer(session, item.id)
  const grade = session.feedback === 'each' && answer ? gradeItem(item, answer.response) : undefined
  const isLast = isLastItem(session)

  const nextStep = (): AttemptEvent =>
    isLast ? { kind: 'finished', at: now() } : { kind: 'moved', to: session.at + 1 }
  function check(response: ItemResponse, confidence?: Confidence) {
    const score = gradeItem(item, response)?.score
    if (score === undefined) return
    const answered = {
      kind: 'answered',
      item: item.id,
      response,
      score,
      ...(confidence && { confidence }),
      at: now(),
    } as const
    dropDraft()
    setHasChecked(true)
    if (session.feedback === 'each') onEvent(answered)
    else onEvent(answered, nextStep())
  }

  return (
    <div className="grid grid-cols-1 max-w-measure gap-6">
      <AttemptProgress index={session.at} total={session.items.length} />
      <Question
        item={item}
        order={displayOrder(item, session)}
        response={grade ? answer?.response : (draft ?? answer?.response)}
        grade={grade}
        asksConfidence={asksConfidence}
        onChange={keepDraft}
        onCheck={check}
        onNext={() => onEvent(nextStep())}
        stemRef={stem}
      >
        {grade && (
          <Feedback
            item={item}
            grade={grade}
            confidence={answer?.confidence}
            href={href}
            autoFocus={hasChecked}
          />
        )}
        <div className={`flex flex-wrap gap-2 ${grade ? '' : '-ml-2'}`}>
          {session.feedback !== 'each' && session.at > 0 && (
            <Button variant="plain" onClick={() => onEvent({ kind: 'moved', to: session.at - 1 })}>
              Back to the one before
            </Button>
          )}
          {grade ? (
            <Button variant="main" onClick={() => onEvent(nextStep())}>
              {isLast ? 'See the result' : 'Next'}
            </Button>
          ) : (
            <Button variant="plain" onClick={() => onEvent(nextStep())}>
              {isLast ? 'Skip and see the result' : 'Skip for now'}
            </Button>
          )}
        </div>
      </Question>
    </div>
  )
}

function AttemptProgress({ index, total }: { index: number; total: number }) {
  return (
    <div>
      <h2 className="caption mb-2 font-normal text-ink-soft">
        {index + 1} of {total}
      </h2>
      <progress
        className="thin-progress w-full"
        value={index + 1}
        max={total}
        aria-label="Place in the quiz"
      />
    </div>
  )
}

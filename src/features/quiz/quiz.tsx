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
import { AttemptResultView } from './attempt-result-view.tsx'
import { Feedback } from './feedback.tsx'
import { Question } from './question.tsx'
import type { QuizOptions } from './quiz-options.ts'
import { useFocusOnMount } from './use-focus-on-mount.ts'

/** A new or resumed attempt (see `useAttempt`). A new `key` starts over. */
export function Quiz({ attempt: start, items, ...frame }: QuizOptions & { attempt: Attempt; items: Item[] }) {
  const { attempt, missing, outdated, onEvent } = useAttempt(start, items)
  return (
    <div className="grid grid-cols-1 gap-6">
      <CourseChangeNotice missing={missing.length} outdated={outdated.length} />
      <QuizRunner attempt={attempt} items={items} onEvent={onEvent} now={now} {...frame} />
    </div>
  )
}

/** Says what changed in the course since this attempt was saved. */
function CourseChangeNotice({ missing, outdated }: { missing: number; outdated: number }) {
  if (missing === 0 && outdated === 0) return null
  return (
    <Panel tone="caution" className="max-w-measure">
      {missing > 0 && (
        <p>
          {missing === 1 ? 'One question in this quiz is' : `${missing} questions in this quiz are`} no longer
          in the course and left out. Your other answers are safe.
        </p>
      )}
      {outdated > 0 && (
        <p>
          {outdated === 1 ? 'One question has' : `${outdated} questions have`} been rewritten since you
          answered. You will be asked again.
        </p>
      )}
    </Panel>
  )
}

/**
 * Shows the current item of an attempt, or its result. It stores no answers: events go to `onEvent`, and the changed
 * attempt comes back as a prop. It takes the focus, because it appears after a click on Start or Continue.
 */
export function QuizRunner({
  attempt,
  items,
  onEvent,
  now,
  ...frame
}: QuizOptions & {
  attempt: Attempt
  /** All items of the attempt, in any order. */
  items: Item[]
  onEvent: (...events: AttemptEvent[]) => void
  /** The time, in milliseconds since 1970. */
  now: () => number
}) {
  const item = items.find((candidate) => candidate.id === currentItemId(attempt))
  if (attempt.finishedAt !== undefined) {
    return (
      <AttemptResultView
        attempt={attempt}
        items={items}
        takesFocus
        onRetry={() => onEvent({ kind: 'retried-wrong', seed: now().toString(36), at: now() })}
        {...frame}
      />
    )
  }
  if (!item) return <p>This quiz is empty: all its questions have been removed from the course.</p>
  return (
    <ItemScreen
      key={item.id}
      attempt={attempt}
      item={item}
      takesFocus
      href={frame.itemAddress(item)}
      asksConfidence={frame.asksConfidence ?? true}
      onEvent={onEvent}
      now={now}
    />
  )
}

/** One item of a quiz, its feedback if that is shown after each item, and the buttons to continue. */
function ItemScreen({
  attempt,
  item,
  takesFocus,
  href,
  asksConfidence,
  onEvent,
  now,
}: {
  attempt: Attempt
  item: Item
  takesFocus: boolean
  href: string | undefined
  asksConfidence: boolean
  onEvent: (...events: AttemptEvent[]) => void
  now: () => number
}) {
  const { draft, saveDraft, discardDraft } = useDraft(`${attemptDraftPrefix(attempt)}${item.id}`, item)
  const [hasChecked, setHasChecked] = useState(false)
  const stem = useFocusOnMount<HTMLDivElement>(takesFocus)
  const answer = findAnswer(attempt, item.id)
  const grade = attempt.feedback === 'each' && answer ? gradeItem(item, answer.response) : undefined
  const isLast = isLastItem(attempt)

  const nextStep = (): AttemptEvent =>
    isLast ? { kind: 'finished', at: now() } : { kind: 'moved', to: attempt.at + 1 }
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
    discardDraft()
    setHasChecked(true)
    if (attempt.feedback === 'each') onEvent(answered)
    else onEvent(answered, nextStep())
  }

  return (
    <div className="grid grid-cols-1 max-w-measure gap-6">
      <AttemptProgress index={attempt.at} total={attempt.items.length} />
      <Question
        item={item}
        order={displayOrder(item, attempt)}
        response={grade ? answer?.response : (draft ?? answer?.response)}
        grade={grade}
        asksConfidence={asksConfidence}
        onChange={saveDraft}
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
          {attempt.feedback !== 'each' && attempt.at > 0 && (
            <Button variant="plain" onClick={() => onEvent({ kind: 'moved', to: attempt.at - 1 })}>
              Previous question
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
        aria-label="Progress in the quiz"
      />
    </div>
  )
}

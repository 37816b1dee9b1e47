import { useState } from 'react'
import type { Attempt, Confidence } from '#domain/quiz/attempt.ts'
import type { AttemptEvent } from '#domain/quiz/attempt-events.ts'
import { findAnswer, isLastItem } from '#domain/quiz/attempt-result.ts'
import { attemptDraftPrefix } from '#domain/quiz/drafts.ts'
import { displayOrder, gradeItem } from '#domain/quiz/grading.ts'
import type { Item } from '#domain/quiz/item.ts'
import type { ItemResponse } from '#domain/quiz/item-schema.ts'
import { useDraft } from '#store/use-draft.ts'
import { Button } from '#ui/button.tsx'
import { Feedback } from './feedback.tsx'
import { Question } from './question.tsx'
import { useFocusOnMount } from './use-focus-on-mount.ts'

/** One item of a quiz, its feedback where reasons come at once, and the way on. */
export function ItemScreen({
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

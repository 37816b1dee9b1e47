import { paths } from '#domain/paths.ts'
import type { Attempt } from '#domain/quiz/attempt.ts'
import type { Item } from '#domain/quiz/item.ts'
import {
  hasAttemptsRemaining,
  type LearnerName,
  linkedAttemptDetails,
} from '#domain/quiz-link/link-attempt.ts'
import type { QuizLink } from '#domain/quiz-link/quiz-link.ts'
import { deadlineOf } from '#domain/quiz-link/time-limit.ts'
import { now } from '#platform/clock.ts'
import { useAttempt } from '#store/attempts.ts'
import type { SavedResultEntry } from '#store/results.ts'
import { itemAddress } from '../quiz/item-address.ts'
import { QuizRunner } from '../quiz/quiz.tsx'
import { LinkedAttemptResult } from './linked-attempt-result.tsx'
import type { LinkTopic } from './quiz-link-page-data.ts'
import { SwitchLearner } from './switch-learner.tsx'
import { TimeRemaining } from './time-remaining.tsx'
import { useTimeRemaining } from './use-time-remaining.ts'

/** An attempt in progress, then its result. A new `key` starts over. */
export function LinkedAttempt({
  link,
  start,
  items,
  results,
  topics,
  onTryAgain,
  onSwitchLearner,
}: {
  link: QuizLink
  start: Attempt
  /** All items of the attempt, and others it does not use. */
  items: Item[]
  /** All saved results of this link. */
  results: readonly SavedResultEntry[]
  topics: LinkTopic[]
  onTryAgain: (learner: LearnerName, attemptNumber: number) => void
  onSwitchLearner: () => void
}) {
  const { attempt, onEvent } = useAttempt(start, items)
  const isOpen = attempt.finishedAt === undefined
  const deadline = deadlineOf(link, attempt.startedAt)
  const remainingMillis = useTimeRemaining(attempt.startedAt, isOpen ? deadline : undefined, {
    onTimeUp: () => onEvent({ kind: 'finished', at: deadline ?? now() }),
    onSetBack: () => onEvent({ kind: 'clock-set-back', at: now() }),
  })
  const { attempt: attemptNumber, learner } = linkedAttemptDetails(attempt) ?? { attempt: 1, learner: {} }
  function finishAndSwitchLearner() {
    onEvent({ kind: 'finished', at: now() })
    onSwitchLearner()
  }
  return (
    <>
      {remainingMillis !== undefined && <TimeRemaining remainingMillis={remainingMillis} link={link} />}
      <QuizRunner
        attempt={attempt}
        items={items}
        onEvent={onEvent}
        now={now}
        itemAddress={(item) => itemAddress(item, topics)}
        backLink={{ href: paths.home(), text: 'All topics' }}
        canRetry={false}
        asksConfidence={link.asksConfidence}
        afterScore={(finished) => (
          <LinkedAttemptResult
            link={link}
            attempt={finished}
            items={items}
            results={results}
            isTimeUp={finished.finishedAt === deadline}
            onSwitchLearner={onSwitchLearner}
            {...(hasAttemptsRemaining(link, attemptNumber) && {
              onTryAgain: () => onTryAgain(learner, attemptNumber + 1),
            })}
          />
        )}
      />
      {isOpen && <SwitchLearner attempt={attempt} name={learner.name} onConfirm={finishAndSwitchLearner} />}
    </>
  )
}

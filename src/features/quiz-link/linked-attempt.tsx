import { paths } from '#domain/paths.ts'
import type { Attempt } from '#domain/quiz/attempt.ts'
import type { Item } from '#domain/quiz/item.ts'
import {
  createLinkedAttempt,
  hasAttemptsRemaining,
  type LearnerName,
} from '#domain/quiz-link/link-attempt.ts'
import type { QuizLink } from '#domain/quiz-link/quiz-link.ts'
import { deadlineOf } from '#domain/quiz-link/time-limit.ts'
import { now } from '#platform/clock.ts'
import { useAttempt } from '#store/attempts.ts'
import type { StoredResult } from '#store/results.ts'
import { itemAddress } from '../quiz/item-address.ts'
import { QuizRunner } from '../quiz/quiz.tsx'
import { AttemptResultView } from './attempt-result.tsx'
import type { LinkTopic } from './quiz-link-page-data.ts'
import { SwitchLearner } from './switch-learner.tsx'
import { TimeRemaining } from './time-remaining.tsx'
import { useTimeRemaining } from './use-time-remaining.ts'

/** The quiz under way and its result. A new `key` starts over. */
export function LinkedAttempt({
  link,
  start,
  items,
  results,
  topics,
  onTryAgain,
  onSomeoneElse,
}: {
  link: QuizLink
  start: Attempt
  /** All items of the session, and others it does not ask. */
  items: Item[]
  /** All that are kept of this link. */
  results: readonly StoredResult[]
  topics: LinkTopic[]
  onTryAgain: (learner: LearnerName, attempt: number) => void
  onSomeoneElse: () => void
}) {
  const { session, onEvent } = useAttempt(start, items)
  const isOpen = session.finishedAt === undefined
  const deadline = deadlineOf(link, session.startedAt)
  const remainingMillis = useTimeRemaining(session.startedAt, isOpen ? deadline : undefined, {
    onTimeUp: () => onEvent({ kind: 'finished', at: deadline ?? now() }),
    onSetBack: () => onEvent({ kind: 'clockSetBack', at: now() }),
  })
  const { attempt, learner } = createLinkedAttempt(session) ?? { attempt: 1, learner: {} }
  function finishAndSwitchLearner() {
    onEvent({ kind: 'finished', at: now() })
    onSomeoneElse()
  }
  return (
    <>
      {remainingMillis !== undefined && <TimeRemaining remainingMillis={remainingMillis} link={link} />}
      <QuizRunner
        session={session}
        items={items}
        onEvent={onEvent}
        now={now}
        href={(item) => itemAddress(item, topics)}
        back={{ href: paths.home(), text: 'All topics' }}
        canRetry={false}
        asksConfidence={link.asksConfidence}
        afterScore={(finished) => (
          <AttemptResultView
            link={link}
            session={finished}
            items={items}
            results={results}
            isTimeUp={finished.finishedAt === deadline}
            onSomeoneElse={onSomeoneElse}
            {...(hasAttemptsRemaining(link, attempt) && {
              onTryAgain: () => onTryAgain(learner, attempt + 1),
            })}
          />
        )}
      />
      {isOpen && <SwitchLearner session={session} name={learner.name} onConfirm={finishAndSwitchLearner} />}
    </>
  )
}

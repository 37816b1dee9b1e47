import { lessonIdOf } from '#domain/ids.ts'
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
import type { StoredResult } from '#store/results.ts'
import { useAttempt } from '#store/use-attempt.ts'
import { AttemptResultView } from './attempt-result.tsx'
import type { LinkTopic, RenderQuiz } from './quiz-link-page-data.ts'
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
  home,
  renderQuiz,
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
  home: string
  renderQuiz: RenderQuiz
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
      {renderQuiz({
        session,
        items,
        onEvent,
        now,
        href: (item) => itemAddress(item, topics),
        back: { href: home, text: 'All topics' },
        canRetry: false,
        asksConfidence: link.asksConfidence,
        afterScore: (finished) => (
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
        ),
      })}
      {isOpen && <SwitchLearner session={session} name={learner.name} onConfirm={finishAndSwitchLearner} />}
    </>
  )
}

function itemAddress(item: Item, topics: LinkTopic[]): string | undefined {
  const topic = topics.find(({ id }) => id === lessonIdOf(item.id))
  return topic && `${topic.address}#${item.home}`
}

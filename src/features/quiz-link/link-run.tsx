import { lessonIdOf } from '#domain/ids.ts'
import type { Item } from '#domain/quiz/item.ts'
import type { SavedSession } from '#domain/quiz/session.ts'
import type { QuizLink } from '#domain/quiz-link/link.ts'
import { hasTriesLeft, type Learner, linkSession } from '#domain/quiz-link/link-session.ts'
import { deadlineOf } from '#domain/quiz-link/link-time.ts'
import { now } from '#platform/clock.ts'
import type { StoredResult } from '#store/results.ts'
import { useSessionRun } from '#store/session-run.ts'
import type { LinkTopic, RenderQuiz } from './link-view.ts'
import { SomeoneElse } from './someone-else.tsx'
import { TimeLeft } from './time-left.tsx'
import { TryResult } from './try-result.tsx'
import { useTimeLeft } from './use-time-left.ts'

/** The quiz under way and its result. A new `key` starts over. */
export function LinkRun({
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
  start: SavedSession
  /** All items of the session, and others it does not ask. */
  items: Item[]
  /** All that are kept of this link. */
  results: readonly StoredResult[]
  topics: LinkTopic[]
  home: string
  renderQuiz: RenderQuiz
  onTryAgain: (learner: Learner, attempt: number) => void
  onSomeoneElse: () => void
}) {
  const { session, onEvent } = useSessionRun(start, items)
  const isOpen = session.finishedAt === undefined
  const deadline = deadlineOf(link, session.startedAt)
  const leftMs = useTimeLeft(session.startedAt, isOpen ? deadline : undefined, {
    onOver: () => onEvent({ kind: 'finished', at: deadline ?? now() }),
    onSetBack: () => onEvent({ kind: 'clockSetBack', at: now() }),
  })
  const { attempt, learner } = linkSession(session) ?? { attempt: 1, learner: {} }
  function endForSomeoneElse() {
    onEvent({ kind: 'finished', at: now() })
    onSomeoneElse()
  }
  return (
    <>
      {leftMs !== undefined && <TimeLeft leftMs={leftMs} link={link} />}
      {renderQuiz({
        session,
        items,
        onEvent,
        now,
        href: (item) => homeOf(item, topics),
        back: { href: home, text: 'All topics' },
        canRetry: false,
        asksConfidence: link.asksConfidence,
        afterScore: (finished) => (
          <TryResult
            link={link}
            session={finished}
            items={items}
            results={results}
            isTimeUp={finished.finishedAt === deadline}
            onSomeoneElse={onSomeoneElse}
            {...(hasTriesLeft(link, attempt) && { onTryAgain: () => onTryAgain(learner, attempt + 1) })}
          />
        ),
      })}
      {isOpen && <SomeoneElse session={session} name={learner.name} onConfirm={endForSomeoneElse} />}
    </>
  )
}

function homeOf(item: Item, topics: LinkTopic[]): string | undefined {
  const topic = topics.find(({ id }) => id === lessonIdOf(item.id))
  return topic && `${topic.address}#${item.home}`
}

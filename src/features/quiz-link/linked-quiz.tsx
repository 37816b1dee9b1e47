import { useState } from 'react'
import type { LoadItems } from '#content/lesson-chunks.ts'
import { type Attempt, quizKeyOf } from '#domain/quiz/attempt.ts'
import {
  createLinkedAttempt,
  type LearnerName,
  linkedAttemptDetails,
} from '#domain/quiz-link/link-attempt.ts'
import type { QuizLink } from '#domain/quiz-link/quiz-link.ts'
import { nextAttemptNumber } from '#domain/quiz-link/submission.ts'
import { isLate } from '#domain/quiz-link/time-limit.ts'
import { now } from '#platform/clock.ts'
import { discardAttempt, saveAttempt, useSavedAttempt } from '#store/attempts.ts'
import { useResults } from '#store/results.ts'
import { LinkedAttempt } from './linked-attempt.tsx'
import { QuizIntro } from './quiz-intro.tsx'
import type { LinkTopic } from './quiz-link-page-data.ts'
import { SavedResultList } from './saved-result-list.tsx'
import { useLinkedItems } from './use-linked-items.ts'

/** One quiz link, from its conditions to its result. A reload continues where the learner was. */
export function LinkedQuiz({
  link,
  code,
  topics,
  loadItems,
}: {
  link: QuizLink
  code: string
  topics: LinkTopic[]
  loadItems: LoadItems
}) {
  const quizKey = quizKeyOf({ kind: 'link', code })
  const saved = useSavedAttempt(quizKey)
  const loaded = useLinkedItems(link, topics, loadItems)
  const [currentAttempt, setCurrentAttempt] = useState<Attempt>()
  const results = useResults(quizKey)
  const [hasSwitchedLearner, setHasSwitchedLearner] = useState(false)
  const [openedAt] = useState(now)
  const lessonItems = loaded.kind === 'ready' ? loaded.pool : []
  const courseRevs = new Map(lessonItems.map(({ id, rev }) => [id, rev]))
  // The stored attempt is used only until a quiz runs; from then on, the view has its own state.
  if (!currentAttempt && saved && linkedAttemptDetails(saved)?.code === code) setCurrentAttempt(saved)

  /** Another tab may have started the next attempt, which must not be replaced. */
  function showAttemptOfOtherTab(): boolean {
    if (!saved || !currentAttempt || saved.finishedAt !== undefined) return false
    // A corrected clock only makes the start of an attempt earlier.
    if (saved.startedAt <= currentAttempt.startedAt) return false
    setCurrentAttempt(saved)
    return true
  }
  function start(learner: LearnerName, attemptNumber: number) {
    if (loaded.kind !== 'ready' || showAttemptOfOtherTab()) return
    const items = loaded.items.map(({ id }) => id)
    const created = createLinkedAttempt(link, { code, items, learner, attempt: attemptNumber, at: now() })
    saveAttempt(created)
    setCurrentAttempt(created)
  }
  function startOver() {
    if (showAttemptOfOtherTab()) return
    discardAttempt(quizKey)
    setCurrentAttempt(undefined)
    setHasSwitchedLearner(true)
  }

  return (
    <>
      <header className="mb-8 max-w-measure border-b-2 border-rule-strong pb-4">
        <p className="caption text-ink-soft">Quiz link</p>
        <h1 translate="no" className="mt-1 [overflow-wrap:anywhere]">
          {link.title}
        </h1>
      </header>
      {currentAttempt && loaded.kind === 'ready' && loaded.pool.length > 0 ? (
        <LinkedAttempt
          key={currentAttempt.startedAt}
          link={link}
          start={currentAttempt}
          items={loaded.pool}
          results={results}
          topics={topics}
          onTryAgain={start}
          onSwitchLearner={startOver}
        />
      ) : (
        <>
          <QuizIntro
            quizKey={quizKey}
            link={link}
            loaded={loaded}
            isPastDue={isLate(link, openedAt)}
            takesFocus={hasSwitchedLearner}
            onStart={(learner) => start(learner, nextAttemptNumber(results, code, learner))}
          />
          <div className="mt-12">
            <SavedResultList
              title="Results in this browser"
              level={2}
              results={results}
              currentRevisions={courseRevs}
            />
          </div>
        </>
      )}
    </>
  )
}

import { useState } from 'react'
import type { Attempt } from '#domain/quiz/attempt.ts'
import type { Item } from '#domain/quiz/item.ts'
import { createResult } from '#domain/quiz-link/create-result.ts'
import type { QuizLink } from '#domain/quiz-link/quiz-link.ts'
import { toSubmission } from '#domain/quiz-link/submission.ts'
import type { SavedResultEntry } from '#store/results.ts'
import { SavedResultList } from './saved-result-list.tsx'
import { SubmitResult } from './submit-result.tsx'

/** Below the score of a finished attempt: its result, and those of earlier attempts. */
export function LinkedAttemptResult({
  link,
  attempt,
  items,
  results,
  isTimeUp,
  onTryAgain,
  onSwitchLearner,
}: {
  link: QuizLink
  attempt: Attempt
  items: Item[]
  /** All saved results of this link. */
  results: readonly SavedResultEntry[]
  isTimeUp: boolean
  onTryAgain?: () => void
  onSwitchLearner: () => void
}) {
  // Once shown, the list stays, so that the focus stays in it while results are deleted.
  const [hasOtherResults] = useState(results.length > 1)
  const revs = new Map(items.map(({ id, rev }) => [id, rev]))
  const isThisAttempt = (savedResult: SavedResultEntry) =>
    savedResult.session.startedAt === attempt.startedAt &&
    savedResult.session.finishedAt === attempt.finishedAt
  // The saved result has every item, even one that has since been removed from the course.
  const savedResult = results.find(isThisAttempt)
  const result = savedResult ? toSubmission(savedResult, revs)?.result : createResult(link, attempt, revs)
  return (
    <>
      {result && (
        <SubmitResult
          result={result}
          by={link.by}
          isTimeUp={isTimeUp}
          onSwitchLearner={onSwitchLearner}
          {...(onTryAgain && { onTryAgain })}
        />
      )}
      {hasOtherResults && (
        <SavedResultList
          title="All results of this quiz"
          level={3}
          results={results}
          currentRevisions={revs}
          onDeleted={(deleted) => isThisAttempt(deleted) && onSwitchLearner()}
        />
      )}
    </>
  )
}

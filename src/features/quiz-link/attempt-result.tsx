import { useState } from 'react'
import type { Attempt } from '#domain/quiz/attempt.ts'
import type { Item } from '#domain/quiz/item.ts'
import { createResult } from '#domain/quiz-link/create-result.ts'
import type { QuizLink } from '#domain/quiz-link/quiz-link.ts'
import { toSubmission } from '#domain/quiz-link/submission.ts'
import type { StoredResult } from '#store/results.ts'
import { SavedResultList } from './saved-results.tsx'
import { SubmitResult } from './submit-result.tsx'

/** Below the score of a finished try: its result, and those of the tries before it. */
export function AttemptResultView({
  link,
  session,
  items,
  results,
  isTimeUp,
  onTryAgain,
  onSomeoneElse,
}: {
  link: QuizLink
  session: Attempt
  items: Item[]
  /** All that are kept of this link. */
  results: readonly StoredResult[]
  isTimeUp: boolean
  onTryAgain?: () => void
  onSomeoneElse: () => void
}) {
  // Once shown the list stays, so that the focus stays in it while results are deleted.
  const [hasOtherResults] = useState(results.length > 1)
  const revs = new Map(items.map(({ id, rev }) => [id, rev]))
  const isThis = (savedResult: StoredResult) =>
    savedResult.session.startedAt === session.startedAt &&
    savedResult.session.finishedAt === session.finishedAt
  // The kept one holds all that was asked, even if an item has left the course since.
  const savedResult = results.find(isThis)
  const result = savedResult ? toSubmission(savedResult, revs)?.result : createResult(link, session, revs)
  return (
    <>
      {result && (
        <SubmitResult
          result={result}
          by={link.by}
          isTimeUp={isTimeUp}
          onSwitchLearner={onSomeoneElse}
          {...(onTryAgain && { onTryAgain })}
        />
      )}
      {hasOtherResults && (
        <SavedResultList
          title="All results of this quiz"
          level={3}
          results={results}
          currentRevisions={revs}
          onDeleted={(deleted) => isThis(deleted) && onSomeoneElse()}
        />
      )}
    </>
  )
}

import { useState } from 'react'
import type { Item } from '#domain/quiz/item.ts'
import type { SavedSession } from '#domain/quiz/session.ts'
import { handedIn } from '#domain/quiz-link/kept-result.ts'
import type { QuizLink } from '#domain/quiz-link/link.ts'
import { resultOf } from '#domain/quiz-link/make-result.ts'
import type { StoredResult } from '#store/results.ts'
import { HandIn } from './hand-in.tsx'
import { KeptResults } from './kept-results.tsx'

/** Below the score of a finished try: its result, and those of the tries before it. */
export function TryResult({
  link,
  session,
  items,
  results,
  isTimeUp,
  onTryAgain,
  onSomeoneElse,
}: {
  link: QuizLink
  session: SavedSession
  items: Item[]
  /** All that are kept of this link. */
  results: readonly StoredResult[]
  isTimeUp: boolean
  onTryAgain?: () => void
  onSomeoneElse: () => void
}) {
  // Once shown the list stays, so that the focus stays in it while results are deleted.
  const [hasOthers] = useState(results.length > 1)
  const revs = new Map(items.map(({ id, rev }) => [id, rev]))
  const isThis = (kept: StoredResult) =>
    kept.session.startedAt === session.startedAt && kept.session.finishedAt === session.finishedAt
  // The kept one holds all that was asked, even if an item has left the course since.
  const kept = results.find(isThis)
  const result = kept ? handedIn(kept, revs)?.result : resultOf(link, session, revs)
  return (
    <>
      {result && (
        <HandIn
          result={result}
          by={link.by}
          isTimeUp={isTimeUp}
          onSomeoneElse={onSomeoneElse}
          {...(onTryAgain && { onTryAgain })}
        />
      )}
      {hasOthers && (
        <KeptResults
          title="All results of this quiz"
          level={3}
          results={results}
          courseRevs={revs}
          onDeleted={(deleted) => isThis(deleted) && onSomeoneElse()}
        />
      )}
    </>
  )
}

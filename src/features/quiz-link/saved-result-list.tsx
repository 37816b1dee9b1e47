import { type ReactNode, useRef, useState } from 'react'
import { maxSavedResults } from '#domain/progress/saved-results.ts'
import { toSubmission } from '#domain/quiz-link/submission.ts'
import { deleteResult, type SavedResultEntry } from '#store/results.ts'
import { SavedResultRow } from './saved-result-row.tsx'

/** Results of finished attempts; each can be submitted or deleted. Renders nothing if there are none. */
export function SavedResultList({
  title,
  level,
  results,
  currentRevisions,
  quizLinkAddress,
  onDeleted,
  children,
}: {
  title: string
  /** The heading level of the title. */
  level: 2 | 3
  results: readonly SavedResultEntry[]
  /** The current revisions of the course's items. */
  currentRevisions: ReadonlyMap<string, number>
  /** The address of the quiz with this code, if the list has several quizzes. */
  quizLinkAddress?: (code: string) => string
  onDeleted?: (deleted: SavedResultEntry) => void
  children?: ReactNode
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  const [hasDeleted, setHasDeleted] = useState(false)
  const rows = results.flatMap((result) => {
    const submission = toSubmission(result, currentRevisions)
    return submission ? [{ result, submission }] : []
  })
  if (rows.length === 0 && !hasDeleted) return null
  const Heading = level === 2 ? 'h2' : 'h3'
  function remove(result: SavedResultEntry) {
    deleteResult(result.key)
    setHasDeleted(true)
    heading.current?.focus()
    onDeleted?.(result)
  }
  return (
    <section aria-labelledby="kept-results" className="stack-spacing max-w-measure">
      <Heading id="kept-results" ref={heading} tabIndex={-1}>
        {title}
      </Heading>
      {children}
      {rows.length >= maxSavedResults && (
        <p>
          This browser saves your latest {maxSavedResults} results. Download older ones you still need before
          you finish another quiz.
        </p>
      )}
      <p role="status" className="empty:hidden">
        {hasDeleted && (rows.length === 0 ? 'Result deleted. No results are left here.' : 'Result deleted.')}
      </p>
      <ul className="border-t border-rule empty:hidden">
        {rows.map(({ result, submission }) => (
          <SavedResultRow
            key={result.key}
            {...submission}
            href={quizLinkAddress?.(submission.code)}
            onDelete={() => remove(result)}
          />
        ))}
      </ul>
    </section>
  )
}

import { type ReactNode, useRef, useState } from 'react'
import { maxSavedResults } from '#domain/progress/saved-results.ts'
import { toSubmission } from '#domain/quiz-link/submission.ts'
import { deleteResult, type StoredResult } from '#store/results.ts'
import { SavedResultRow } from './saved-result.tsx'

/** Results of finished tries: each can be handed in, or deleted. Nothing where there is none. */
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
  /** Of the title. */
  level: 2 | 3
  results: readonly StoredResult[]
  /** The revisions of the course's items today. */
  currentRevisions: ReadonlyMap<string, number>
  /** The address of the quiz with this code, where the list is of several. */
  quizLinkAddress?: (code: string) => string
  onDeleted?: (deleted: StoredResult) => void
  children?: ReactNode
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  const [hasDeleted, setHasDeleted] = useState(false)
  const rows = results.flatMap((kept) => {
    const about = toSubmission(kept, currentRevisions)
    return about ? [{ kept, about }] : []
  })
  if (rows.length === 0 && !hasDeleted) return null
  const Heading = level === 2 ? 'h2' : 'h3'
  function remove(kept: StoredResult) {
    deleteResult(kept.key)
    setHasDeleted(true)
    heading.current?.focus()
    onDeleted?.(kept)
  }
  return (
    <section aria-labelledby="kept-results" className="stack-spacing max-w-measure">
      <Heading id="kept-results" ref={heading} tabIndex={-1}>
        {title}
      </Heading>
      {children}
      {rows.length >= maxSavedResults && (
        <p>
          This browser keeps your latest {maxSavedResults} results. Download older ones you still need before
          you finish another quiz.
        </p>
      )}
      <p role="status" className="empty:hidden">
        {hasDeleted && (rows.length === 0 ? 'Result deleted. No results are left here.' : 'Result deleted.')}
      </p>
      <ul className="border-t border-rule empty:hidden">
        {rows.map(({ kept, about }) => (
          <SavedResultRow
            key={kept.key}
            {...about}
            href={quizLinkAddress?.(about.code)}
            onDelete={() => remove(kept)}
          />
        ))}
      </ul>
    </section>
  )
}

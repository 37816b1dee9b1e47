import { useState } from 'react'
import { totalScore } from '#domain/quiz-link/quiz-result.ts'
import type { Submission } from '#domain/quiz-link/submission.ts'
import { PageLink } from '#ui/page-link.tsx'
import { DeleteResult } from './delete-result.tsx'
import { finishedText, scoreText } from './result-labels.ts'
import { SubmissionCode } from './submission-code.tsx'

/** One saved result: score and date; expanded, its code and file. */
export function SavedResultRow({
  result,
  by,
  href,
  onDelete,
}: Submission & {
  /** The address of its quiz; undefined on that quiz's own page. */
  href: string | undefined
  onDelete: () => void
}) {
  // The code is created on demand, because there may be a hundred results.
  const [isOpen, setIsOpen] = useState(false)
  const name = [result.name, result.group].filter(Boolean).join(', ')
  return (
    <li className="border-b border-rule">
      <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
        <summary className="touch-target py-2">
          {href !== undefined && (
            <span translate="no" className="font-semibold [overflow-wrap:anywhere]">
              {result.title}
            </span>
          )}
          <span className={`[overflow-wrap:anywhere] ${href === undefined ? '' : 'block'}`}>
            {name && (
              <>
                <span translate="no">{name}</span>:{' '}
              </>
            )}
            {scoreText(totalScore(result))}
          </span>
          <span className="block text-sm text-ink-soft">{finishedText(result)}</span>
        </summary>
        {isOpen && (
          <div className="stack-spacing pb-5">
            <SubmissionCode result={result} by={by} />
            {href !== undefined && (
              <p>
                <PageLink to={href}>Open this quiz</PageLink>
              </p>
            )}
            <DeleteResult onDelete={onDelete} />
          </div>
        )}
      </details>
    </li>
  )
}

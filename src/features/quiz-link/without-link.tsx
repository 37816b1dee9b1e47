import { paths } from '#domain/paths.ts'
import type { Attempt } from '#domain/quiz/attempt.ts'
import { linkedAttemptDetails } from '#domain/quiz-link/link-attempt.ts'
import { useSavedAttempts } from '#store/attempts.ts'
import { useResults } from '#store/results.ts'
import { buttonClass } from '#ui/button.tsx'
import { PageLink } from '#ui/page-link.tsx'
import { OpenLinkForm } from './open-link-form.tsx'
import { SavedResultList } from './saved-result-list.tsx'

const noRevisions = new Map<string, number>()

/** The prerendered page, before the link is known. */
export function NeutralPage() {
  return (
    <div className="stack-spacing max-w-measure">
      <h1>Quiz link</h1>
      <p>A quiz someone made for you opens here.</p>
      <noscript>
        <p>
          The quiz is in the link itself, and this page needs JavaScript to open it. You can read the lessons
          without it.
        </p>
      </noscript>
    </div>
  )
}

/** The page for an address without a link. */
export function WithoutLink() {
  const results = useResults()
  const startedAttempts = useSavedAttempts().flatMap((attempt) => {
    const code = linkedAttemptDetails(attempt)?.code
    return code === undefined || attempt.finishedAt !== undefined ? [] : [{ attempt, code }]
  })
  return (
    <div className="stack-spacing max-w-measure">
      <h1>Quiz link</h1>
      <p>
        A quiz someone made for you opens here, but this address doesn’t contain one. Open the whole link you
        were sent, scan its QR code, or paste the link here.
      </p>
      <OpenLinkForm />
      {startedAttempts.length > 0 && (
        <section aria-labelledby="begun" className="stack-spacing">
          <h2 id="begun">In progress in this browser</h2>
          <ul className="border-t border-rule">
            {startedAttempts.map(({ attempt, code }) => (
              <li
                key={code}
                className="flex flex-wrap items-center justify-between gap-x-4 border-b border-rule"
              >
                <PageLink to={`#${code}`} className="touch-target flex items-center [overflow-wrap:anywhere]">
                  {attempt.title}
                </PageLink>
                <span className="caption text-ink-soft">{attemptStatusText(attempt)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <SavedResultList
        title="Results in this browser"
        level={2}
        results={results}
        currentRevisions={noRevisions}
        quizLinkAddress={(code) => `#${code}`}
      />
      <p className="flex flex-wrap gap-3">
        <PageLink to={paths.instructor()} className={buttonClass('main')}>
          Make a quiz link
        </PageLink>
        <PageLink to={paths.quiz()} className={buttonClass('quiet')}>
          Practice without a link
        </PageLink>
      </p>
    </div>
  )
}

function attemptStatusText({ items, answers }: Attempt): string {
  return `${Object.keys(answers).length} of ${items.length} answered`
}

import type { SavedSession } from '#domain/quiz/session.ts'
import { linkSession } from '#domain/quiz-link/link-session.ts'
import { useResults } from '#store/results.ts'
import { useSavedSessions } from '#store/session.ts'
import { buttonClass } from '#ui/button.tsx'
import { PageLink } from '#ui/page-link.tsx'
import { KeptResults } from './kept-results.tsx'
import type { LinkAddresses } from './link-view.ts'
import { OpenLinkForm } from './open-link-form.tsx'

const unknownRevs = new Map<string, number>()

/** The page before it knows its link, as it is prerendered. */
export function NeutralPage() {
  return (
    <div className="flow max-w-measure">
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

/** The page without a link. */
export function NoLink({ addresses }: { addresses: LinkAddresses }) {
  const results = useResults()
  const begun = useSavedSessions().flatMap((session) => {
    const code = linkSession(session)?.code
    return code === undefined || session.finishedAt !== undefined ? [] : [{ session, code }]
  })
  return (
    <div className="flow max-w-measure">
      <h1>Quiz link</h1>
      <p>
        A quiz someone made for you opens here, but this address doesn’t contain one. Open the whole link you
        were sent, scan its QR code, or paste the link here.
      </p>
      <OpenLinkForm />
      {begun.length > 0 && (
        <section aria-labelledby="begun" className="flow">
          <h2 id="begun">In progress in this browser</h2>
          <ul className="border-t border-rule">
            {begun.map(({ session, code }) => (
              <li
                key={code}
                className="flex flex-wrap items-center justify-between gap-x-4 border-b border-rule"
              >
                <PageLink to={`#${code}`} className="target flex items-center [overflow-wrap:anywhere]">
                  {session.title}
                </PageLink>
                <span className="label text-ink-soft">{stateOf(session)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <KeptResults
        title="Results kept in this browser"
        level={2}
        results={results}
        courseRevs={unknownRevs}
        linkTo={(code) => `#${code}`}
      />
      <p className="flex flex-wrap gap-3">
        <PageLink to={addresses.instructor} className={buttonClass('main')}>
          Make a quiz link
        </PageLink>
        <PageLink to={addresses.quiz} className={buttonClass('quiet')}>
          Practice without a link
        </PageLink>
      </p>
    </div>
  )
}

function stateOf({ items, answers }: SavedSession): string {
  return `${Object.keys(answers).length} of ${items.length} answered`
}

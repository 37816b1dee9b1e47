import type { SavedSession } from '#domain/quiz/session.ts'
import { linkSession } from '#domain/quiz-link/link-session.ts'
import { useSavedSessions } from '#store/session.ts'
import { buttonClass } from '#ui/button.tsx'
import { PageLink } from '#ui/page-link.tsx'
import type { LinkAddresses } from './link-view.ts'

/** The page before it knows its link, as it is prerendered. */
export function NeutralPage() {
  return (
    <div className="flow max-w-measure">
      <h1>A quiz by link</h1>
      <p>Here opens a quiz that somebody put together for you.</p>
      <noscript>
        <p>
          The quiz is in the link itself and is opened by this page, which needs JavaScript for it. The
          lessons can be read without.
        </p>
      </noscript>
    </div>
  )
}

/** The page without a link. */
export function NoLink({ addresses }: { addresses: LinkAddresses }) {
  const begun = useSavedSessions().flatMap((session) => {
    const code = linkSession(session)?.code
    return code === undefined ? [] : [{ session, code }]
  })
  return (
    <div className="flow max-w-measure">
      <h1>A quiz by link</h1>
      <p>
        Here opens a quiz that somebody put together for you. This address holds none: open the whole link
        that you were sent, or scan its QR code.
      </p>
      {begun.length > 0 && (
        <section aria-labelledby="begun" className="flow">
          <h2 id="begun">Begun in this browser</h2>
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
      <p className="flex flex-wrap gap-3">
        <PageLink to={addresses.instructor} className={buttonClass('main')}>
          Make a quiz link
        </PageLink>
        <PageLink to={addresses.quiz} className={buttonClass('quiet')}>
          Practise without a link
        </PageLink>
      </p>
    </div>
  )
}

function stateOf({ items, answers, finishedAt }: SavedSession): string {
  if (finishedAt !== undefined) return 'finished, with a result to hand in'
  return `${Object.keys(answers).length} of ${items.length} answered`
}

import { linkSession } from '#domain/quiz-link/link-session.ts'
import { useSavedSession } from '#store/session.ts'
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
  const saved = useSavedSession()
  const open = linkSession(saved)
  return (
    <div className="flow max-w-measure">
      <h1>A quiz by link</h1>
      <p>
        Here opens a quiz that somebody put together for you. This address holds none: open the whole link
        that you were sent, or scan its QR code.
      </p>
      {saved && open && (
        <p>
          In this browser a quiz by link is open: <PageLink to={`#${open.code}`}>{saved.title}</PageLink>.
        </p>
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

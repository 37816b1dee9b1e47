import { buttonClass } from '#ui/button.tsx'
import { PageLink } from '#ui/page-link.tsx'
import { type InvalidLink, invalidLinkMessage } from './invalid-link-messages.ts'
import { OpenLinkForm } from './open-link-form.tsx'
import type { LinkAddresses } from './quiz-link-page-data.ts'

/** A link that cannot be opened: what happened, what is safe, what to do. */
export function InvalidLinkPage({ refused, addresses }: { refused: InvalidLink; addresses: LinkAddresses }) {
  const { title, happened, nextStepText: todo } = invalidLinkMessage(refused)
  return (
    <div className="stack-spacing max-w-measure">
      <h1>{title}</h1>
      <p>{happened}</p>
      <p>{todo}</p>
      {refused.kind === 'invalid' && (
        <p className="text-sm text-ink-soft">
          Details: <samp className="[overflow-wrap:anywhere]">{refused.reason}</samp>
        </p>
      )}
      <OpenLinkForm />
      <p>Your progress is safe in this browser.</p>
      <p className="flex flex-wrap gap-3">
        <PageLink to={addresses.quiz} className={buttonClass('quiet')}>
          Practice without a link
        </PageLink>
        <PageLink to={addresses.home} className={buttonClass('plain')}>
          All topics
        </PageLink>
      </p>
    </div>
  )
}

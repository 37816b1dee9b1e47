import { paths } from '#domain/paths.ts'
import { buttonClass } from '#ui/button.tsx'
import { PageLink } from '#ui/page-link.tsx'
import { type InvalidLink, invalidLinkMessage } from './invalid-link-messages.ts'
import { OpenLinkForm } from './open-link-form.tsx'

/** A link that cannot be opened: what is wrong, what is safe, what to do. */
export function InvalidLinkPage({ invalidLink }: { invalidLink: InvalidLink }) {
  const { title, problem, nextStepText } = invalidLinkMessage(invalidLink)
  return (
    <div className="stack-spacing max-w-measure">
      <h1>{title}</h1>
      <p>{problem}</p>
      <p>{nextStepText}</p>
      {invalidLink.kind === 'invalid' && (
        <p className="text-sm text-ink-soft">
          Details: <samp className="[overflow-wrap:anywhere]">{invalidLink.reason}</samp>
        </p>
      )}
      <OpenLinkForm />
      <p>Your progress is safe in this browser.</p>
      <p className="flex flex-wrap gap-3">
        <PageLink to={paths.quiz()} className={buttonClass('quiet')}>
          Practice without a link
        </PageLink>
        <PageLink to={paths.home()} className={buttonClass('plain')}>
          All topics
        </PageLink>
      </p>
    </div>
  )
}

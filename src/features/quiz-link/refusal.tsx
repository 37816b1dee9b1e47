import { linkVersion } from '#domain/quiz-link/link.ts'
import type { DecodedLink } from '#domain/quiz-link/link-code.ts'
import { buttonClass } from '#ui/button.tsx'
import { PageLink } from '#ui/page-link.tsx'
import type { LinkAddresses } from './link-view.ts'

type Refused = Exclude<DecodedLink, { kind: 'ok' }>

/** A link that cannot be opened: what happened, what is safe, what to do. */
export function Refusal({ refused, addresses }: { refused: Refused; addresses: LinkAddresses }) {
  const { title, happened, todo } = wordsFor(refused)
  return (
    <div className="flow max-w-measure">
      <h1>{title}</h1>
      <p>{happened}</p>
      <p>{todo}</p>
      {refused.kind === 'invalid' && (
        <p className="text-sm text-ink-soft">
          What does not fit: <samp className="[overflow-wrap:anywhere]">{refused.reason}</samp>
        </p>
      )}
      <p>Your progress is safe in this browser.</p>
      <p className="flex flex-wrap gap-3">
        <PageLink to={addresses.quiz} className={buttonClass('quiet')}>
          Practise without a link
        </PageLink>
        <PageLink to={addresses.home} className={buttonClass('plain')}>
          All topics
        </PageLink>
      </p>
    </div>
  )
}

function wordsFor(refused: Refused): { title: string; happened: string; todo: string } {
  switch (refused.kind) {
    case 'torn':
      return {
        title: 'A part of this link is missing',
        happened:
          'The address ends too early. Some mail and chat programs cut long links or break them in two.',
        todo: 'Copy the whole link and open it again. If it was cut before it reached you, ask for it anew, as a file or as a QR code.',
      }
    case 'tampered':
      return {
        title: 'This link was changed on its way',
        happened:
          'It is as long as it should be, but some of its characters are not the ones it was made with.',
        todo: 'Open it from the message it came in, without typing it. If that does not help, ask for it again.',
      }
    case 'newer':
      return {
        title: 'This link is newer than this page',
        happened: `It is of version ${refused.version}; this page reads version ${linkVersion}.`,
        todo: 'Load the page again to get the newest course, then open the link once more.',
      }
    case 'invalid':
      return {
        title: 'This is not a quiz the course can ask',
        happened: 'The link is whole, but what it asks for is nothing this course does.',
        todo: 'Ask whoever sent it to make a new one.',
      }
    default:
      return refused satisfies never
  }
}

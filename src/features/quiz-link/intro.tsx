import type { QuizLink } from '#domain/quiz-link/link.ts'
import type { Learner } from '#domain/quiz-link/link-session.ts'
import { useTrouble } from '#store/arrivals.ts'
import { NotArrived } from '#ui/not-arrived.tsx'
import { Panel } from '#ui/panel.tsx'
import { StartForm } from './start-form.tsx'
import { termsOf } from './terms.ts'
import { itemsPart, type LinkItems } from './use-link-items.ts'

/** What the quiz asks of a learner, before anything starts. */
export function Intro({
  link,
  loaded,
  isPastDue,
  onStart,
}: {
  link: QuizLink
  loaded: LinkItems
  isPastDue: boolean
  onStart: (learner: Learner) => void
}) {
  const count = loaded.kind === 'ready' ? loaded.items.length : undefined
  return (
    <div className="flow max-w-measure">
      <dl className="grid gap-x-6 border-b border-rule pb-4 sm:grid-cols-[auto_1fr] sm:gap-y-2">
        {termsOf(link, count).map(({ name, text }) => (
          <div key={name} className="contents">
            <dt className="label text-ink-soft sm:pt-1">{name}</dt>
            <dd className="mb-3 min-w-0 sm:mb-0">{text}</dd>
          </div>
        ))}
      </dl>
      <p>
        Your answers stay in this browser and count in your progress. Nothing is sent: at the end you get a
        code or a file to hand in yourself.
      </p>
      {isPastDue && (
        <Panel tone="caution">
          <p>The due time has passed. You can still take the quiz; your result will be marked late.</p>
        </Panel>
      )}
      <NotArrived what="The items of this quiz" trouble={useTrouble(itemsPart)} />
      <Loading loaded={loaded} />
      {count !== 0 && <StartForm asks={link.asks} isReady={count !== undefined} onStart={onStart} />}
    </div>
  )
}

function Loading({ loaded }: { loaded: LinkItems }) {
  return (
    <div role="status" className="empty:hidden">
      {loaded.kind === 'ready' && <Missing items={loaded.items.length} missing={loaded.missing} />}
    </div>
  )
}

function Missing({ items, missing }: { items: number; missing: number }) {
  if (items === 0) {
    return (
      <Panel tone="caution">
        <p>
          The course has no item left that this link asks for. Tell whoever sent it: a new link, made today,
          will work.
        </p>
      </Panel>
    )
  }
  if (missing === 0) return null
  return (
    <Panel>
      <p>
        {missing === 1 ? 'One part' : `${missing} parts`} of this quiz left the course since the link was made
        and {missing === 1 ? 'is' : 'are'} left out.
      </p>
    </Panel>
  )
}

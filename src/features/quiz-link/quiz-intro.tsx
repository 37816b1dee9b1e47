import type { LearnerName } from '#domain/quiz-link/link-attempt.ts'
import type { QuizLink } from '#domain/quiz-link/quiz-link.ts'
import { useLoadFailure } from '#store/load-with-retry.ts'
import { useIsUnsaved } from '#store/save-status.ts'
import { LoadFailureNotice } from '#ui/load-failure-notice.tsx'
import { Panel } from '#ui/panel.tsx'
import { quizConditions } from './quiz-conditions.ts'
import { StartForm } from './start-form.tsx'
import { itemsLoadName, type LinkedItems } from './use-linked-items.ts'

/** The conditions of the quiz, before it starts. */
export function QuizIntro({
  quizKey,
  link,
  loaded,
  isPastDue,
  takesFocus,
  onStart,
}: {
  quizKey: string
  link: QuizLink
  loaded: LinkedItems
  isPastDue: boolean
  /** Set after "Someone else is taking it", so that the next person can start typing. */
  takesFocus: boolean
  onStart: (learner: LearnerName) => void
}) {
  const isUnsaved = useIsUnsaved()
  const count = loaded.kind === 'ready' ? loaded.items.length : undefined
  return (
    <div className="stack-spacing max-w-measure">
      <dl className="grid gap-x-6 border-b border-rule pb-4 sm:grid-cols-[auto_1fr] sm:gap-y-2">
        {quizConditions(link, count).map(({ name, text }) => (
          <div key={name} className="contents">
            <dt className="caption text-ink-soft sm:pt-1">{name}</dt>
            <dd className="mb-3 min-w-0 sm:mb-0">{text}</dd>
          </div>
        ))}
      </dl>
      <p>
        {isUnsaved
          ? 'This browser can’t save your answers now: finish without closing or reloading this tab.'
          : 'Your answers stay in this browser and count toward your progress.'}{' '}
        Nothing is sent: at the end you get a code and a file to submit yourself.
      </p>
      {isPastDue && (
        <Panel tone="caution">
          <p>This quiz is past due. You can still take it; your result will be marked late.</p>
        </Panel>
      )}
      <LoadFailureNotice partName="The questions of this quiz" loadFailure={useLoadFailure(itemsLoadName)} />
      <Loading loaded={loaded} />
      {count !== 0 && (
        <StartForm
          quizKey={quizKey}
          asks={link.asks}
          isReady={count !== undefined}
          takesFocus={takesFocus}
          onStart={onStart}
        />
      )}
    </div>
  )
}

function Loading({ loaded }: { loaded: LinkedItems }) {
  return (
    <div role="status" className="empty:hidden">
      {loaded.kind === 'ready' && <MissingItems items={loaded.items.length} missing={loaded.missing} />}
    </div>
  )
}

function MissingItems({ items, missing }: { items: number; missing: number }) {
  if (items === 0) {
    return (
      <Panel tone="caution">
        <p>
          None of the questions in this link are in the course anymore. Ask whoever sent it to make a new one.
        </p>
      </Panel>
    )
  }
  if (missing === 0) return null
  return (
    <Panel>
      <p>
        {missing === 1 ? 'One part' : `${missing} parts`} of this quiz {missing === 1 ? 'has' : 'have'} been
        removed from the course since the link was made and will be skipped.
      </p>
    </Panel>
  )
}

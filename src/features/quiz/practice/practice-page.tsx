import { useState } from 'react'
import { paths } from '#domain/paths.ts'
import { type Attempt, type QuizOrigin, quizKeyOf } from '#domain/quiz/attempt.ts'
import type { Item } from '#domain/quiz/item.ts'
import { now } from '#platform/clock.ts'
import { discardAttempt, saveAttempt, useSavedAttempt } from '#store/attempts.ts'
import { useLatestSignal, useLoadFailure } from '#store/load-with-retry.ts'
import { progressStore } from '#store/progress.ts'
import { LoadFailureNotice } from '#ui/load-failure-notice.tsx'
import { PageLink } from '#ui/page-link.tsx'
import { useFocusAfter } from '#ui/use-focus-after.ts'
import { itemAddress } from '../item-address.ts'
import { Quiz } from '../quiz.tsx'
import { PracticeForm } from './practice-form.tsx'
import type { PracticeTopic, PracticeView } from './practice-page-data.ts'
import { ResumePanel } from './resume.tsx'
import { createPracticeAttempt, itemsLoadName, itemsOf, type PracticeRequest } from './start-attempt.ts'

/** Gets the focus when the quiz left open is dropped. */
const titleId = 'practice'

type State = { kind: 'choosing' } | { kind: 'loading' } | RunningAttempt
type RunningAttempt = { kind: 'running'; session: Attempt; items: Item[] }

/** Practice: choose, answer, see why. A quiz left open is offered again first. */
export function PracticePage({ view }: { view: PracticeView }) {
  const topics = view.groups.flatMap((group) => group.topics)
  const [state, setState] = useState<State>({ kind: 'choosing' })
  const quizKey = quizKeyOf(originOf(view, topics))
  const saved = useSavedAttempt(quizKey)
  const open = saved?.finishedAt === undefined ? saved : undefined

  const trouble = useLoadFailure(itemsLoadName)
  const latestSignal = useLatestSignal()
  const focusAfter = useFocusAfter()

  const run = (load: (signal: AbortSignal) => Promise<Omit<RunningAttempt, 'kind'>>) => {
    setState({ kind: 'loading' })
    load(latestSignal()).then(
      (running) => setState({ kind: 'running', ...running }),
      // It fails only when nobody waits any more.
      () => undefined,
    )
  }
  const start = (practiceRequest: PracticeRequest) =>
    run(async (signal) => {
      const items = await itemsOf(practiceRequest.topics, signal)
      const about = { title: view.title, origin: originOf(view, practiceRequest.topics) }
      const { answers } = progressStore.getState()
      const session = createPracticeAttempt(practiceRequest, about, items, answers, now())
      saveAttempt(session)
      return { items, session }
    })
  const resumeAttempt = (session: Attempt) =>
    run(async (signal) => ({ items: await itemsOf(topics, signal), session }))

  return (
    <div data-area={view.area?.number}>
      <header className="max-w-measure border-b-2 border-area pb-5">
        {view.area && (
          <p className="caption text-ink-soft">
            <PageLink to={view.area.address}>
              <span className="text-area">{String(view.area.number).padStart(2, '0')}</span> {view.area.title}
            </PageLink>
          </p>
        )}
        <h1 id={titleId} tabIndex={-1} className="mt-1">
          {view.title}
        </h1>
      </header>
      <div className="mt-8">
        {state.kind === 'running' ? (
          <Quiz
            key={state.session.startedAt}
            session={state.session}
            items={state.items}
            href={(item) => itemAddress(item, topics)}
            back={{
              href: view.area?.address ?? paths.home(),
              text: view.area ? `Back to ${view.area.title}` : 'All topics',
            }}
            canRetry
          />
        ) : (
          <>
            {open && (
              <ResumePanel
                session={open}
                onResume={() => resumeAttempt(open)}
                onDiscard={() => {
                  discardAttempt(quizKey)
                  focusAfter(titleId)
                }}
              />
            )}
            <PracticeForm view={view} isLoading={state.kind === 'loading' && !trouble} onStart={start} />
          </>
        )}
        <LoadFailureNotice
          partName="The questions of the quiz"
          loadFailure={trouble}
          className="mt-4 max-w-measure"
        />
      </div>
      <noscript>
        <p>
          A quiz runs in the page and needs JavaScript. Every lesson ends with questions you can read without
          it.
        </p>
      </noscript>
    </div>
  )
}

function originOf(view: PracticeView, topics: PracticeTopic[]): QuizOrigin {
  if (view.area) return { kind: 'area', area: view.area.slug }
  return { kind: 'mixed', topics: topics.map(({ id }) => id) }
}

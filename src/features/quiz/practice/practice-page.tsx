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
import { useFocusAfterCommit } from '#ui/use-focus-after-commit.ts'
import { itemAddress } from '../item-address.ts'
import { Quiz } from '../quiz.tsx'
import { PracticeForm } from './practice-form.tsx'
import type { PracticePageData, PracticeTopic } from './practice-page-data.ts'
import { ResumePanel } from './resume-panel.tsx'
import { createPracticeAttempt, itemsLoadName, itemsOf, type PracticeRequest } from './start-attempt.ts'

/** Gets the focus when the quiz in progress is discarded. */
const titleId = 'practice'

type State = { kind: 'choosing' } | { kind: 'loading' } | RunningAttempt
type RunningAttempt = { kind: 'running'; attempt: Attempt; items: Item[] }

/** The practice page: choose questions, answer them, read the explanations. A quiz in progress is offered first. */
export function PracticePage({ data }: { data: PracticePageData }) {
  const topics = data.groups.flatMap((group) => group.topics)
  const [state, setState] = useState<State>({ kind: 'choosing' })
  const quizKey = quizKeyOf(originOf(data, topics))
  const saved = useSavedAttempt(quizKey)
  const open = saved?.finishedAt === undefined ? saved : undefined

  const loadFailure = useLoadFailure(itemsLoadName)
  const latestSignal = useLatestSignal()
  const focusAfter = useFocusAfterCommit()

  const run = (load: (signal: AbortSignal) => Promise<Omit<RunningAttempt, 'kind'>>) => {
    setState({ kind: 'loading' })
    load(latestSignal()).then(
      (running) => setState({ kind: 'running', ...running }),
      // Rejects only when it is aborted.
      () => undefined,
    )
  }
  const start = (practiceRequest: PracticeRequest) =>
    run(async (signal) => {
      const items = await itemsOf(practiceRequest.topics, signal)
      const about = { title: data.title, origin: originOf(data, practiceRequest.topics) }
      const { answers } = progressStore.getState()
      const attempt = createPracticeAttempt(practiceRequest, about, items, answers, now())
      saveAttempt(attempt)
      return { items, attempt }
    })
  const resumeAttempt = (attempt: Attempt) =>
    run(async (signal) => ({ items: await itemsOf(topics, signal), attempt }))

  return (
    <div data-area={data.area?.number}>
      <header className="max-w-measure border-b-2 border-area pb-5">
        {data.area && (
          <p className="caption text-ink-soft">
            <PageLink to={data.area.address}>
              <span className="text-area">{String(data.area.number).padStart(2, '0')}</span> {data.area.title}
            </PageLink>
          </p>
        )}
        <h1 id={titleId} tabIndex={-1} className="mt-1">
          {data.title}
        </h1>
      </header>
      <div className="mt-8">
        {state.kind === 'running' ? (
          <Quiz
            key={state.attempt.startedAt}
            attempt={state.attempt}
            items={state.items}
            itemAddress={(item) => itemAddress(item, topics)}
            backLink={{
              href: data.area?.address ?? paths.home(),
              text: data.area ? `Back to ${data.area.title}` : 'All topics',
            }}
            canRetry
          />
        ) : (
          <>
            {open && (
              <ResumePanel
                attempt={open}
                onResume={() => resumeAttempt(open)}
                onDiscard={() => {
                  discardAttempt(quizKey)
                  focusAfter(titleId)
                }}
              />
            )}
            <PracticeForm data={data} isLoading={state.kind === 'loading' && !loadFailure} onStart={start} />
          </>
        )}
        <LoadFailureNotice
          partName="The quiz questions"
          loadFailure={loadFailure}
          className="mt-4 max-w-measure"
        />
      </div>
      <noscript>
        <p>Quizzes need JavaScript. Every lesson ends with questions you can read without it.</p>
      </noscript>
    </div>
  )
}

function originOf(data: PracticePageData, topics: PracticeTopic[]): QuizOrigin {
  if (data.area) return { kind: 'area', area: data.area.slug }
  return { kind: 'mixed', topics: topics.map(({ id }) => id) }
}

import { useState } from 'react'
import { placeOf, type SavedSession } from '#domain/quiz/session.ts'
import type { QuizLink } from '#domain/quiz-link/link.ts'
import { type Learner, linkSession, sessionOfLink } from '#domain/quiz-link/link-session.ts'
import { isLate } from '#domain/quiz-link/link-time.ts'
import { now } from '#platform/clock.ts'
import { dropSession, saveSession, useSavedSession } from '#store/session.ts'
import { Intro } from './intro.tsx'
import { LinkRun } from './link-run.tsx'
import type { LinkTopic, LoadItems, RenderQuiz } from './link-view.ts'
import { useLinkItems } from './use-link-items.ts'

/** One link from what it asks to its result. A reload goes on where the learner was. */
export function LinkQuiz({
  link,
  code,
  topics,
  home,
  loadItems,
  renderQuiz,
}: {
  link: QuizLink
  code: string
  topics: LinkTopic[]
  home: string
  loadItems: LoadItems
  renderQuiz: RenderQuiz
}) {
  const place = placeOf({ kind: 'link', code })
  const saved = useSavedSession(place)
  const loaded = useLinkItems(link, topics, loadItems)
  const [running, setRunning] = useState<SavedSession>()
  const [openedAt] = useState(now)
  // The stored session is looked at until a quiz runs; from then on what is on screen goes its own way.
  if (!running && saved && linkSession(saved)?.code === code) setRunning(saved)

  function start(learner: Learner, attempt: number) {
    if (loaded.kind !== 'ready') return
    const items = loaded.items.map(({ id }) => id)
    const session = sessionOfLink(link, { code, items, learner, attempt, at: now() })
    saveSession(session)
    setRunning(session)
  }
  function startOver() {
    dropSession(place)
    setRunning(undefined)
  }

  return (
    <>
      <header className="mb-8 max-w-measure border-b-2 border-rule-strong pb-4">
        <p className="label text-ink-soft">Quiz by link</p>
        <h1 className="mt-1 [overflow-wrap:anywhere]">{link.title}</h1>
      </header>
      {running && loaded.kind === 'ready' && loaded.pool.length > 0 ? (
        <LinkRun
          key={running.startedAt}
          link={link}
          start={running}
          items={loaded.pool}
          topics={topics}
          home={home}
          renderQuiz={renderQuiz}
          onTryAgain={start}
          onSomeoneElse={startOver}
        />
      ) : (
        <Intro
          link={link}
          loaded={loaded}
          isPastDue={isLate(link, openedAt)}
          onStart={(learner) => start(learner, 1)}
        />
      )}
    </>
  )
}

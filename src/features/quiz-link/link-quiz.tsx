import { useState } from 'react'
import { placeOf, type SavedSession } from '#domain/quiz/session.ts'
import { nextAttempt } from '#domain/quiz-link/kept-result.ts'
import type { QuizLink } from '#domain/quiz-link/link.ts'
import { type Learner, linkSession, sessionOfLink } from '#domain/quiz-link/link-session.ts'
import { isLate } from '#domain/quiz-link/link-time.ts'
import { now } from '#platform/clock.ts'
import { useResults } from '#store/results.ts'
import { dropSession, saveSession, useSavedSession } from '#store/session.ts'
import { Intro } from './intro.tsx'
import { KeptResults } from './kept-results.tsx'
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
  const results = useResults(place)
  const [isHandedOn, setIsHandedOn] = useState(false)
  const [openedAt] = useState(now)
  const pool = loaded.kind === 'ready' ? loaded.pool : []
  const courseRevs = new Map(pool.map(({ id, rev }) => [id, rev]))
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
    setIsHandedOn(true)
  }

  return (
    <>
      <header className="mb-8 max-w-measure border-b-2 border-rule-strong pb-4">
        <p className="label text-ink-soft">Quiz link</p>
        <h1 className="mt-1 [overflow-wrap:anywhere]">{link.title}</h1>
      </header>
      {running && loaded.kind === 'ready' && loaded.pool.length > 0 ? (
        <LinkRun
          key={running.startedAt}
          link={link}
          start={running}
          items={loaded.pool}
          results={results}
          topics={topics}
          home={home}
          renderQuiz={renderQuiz}
          onTryAgain={start}
          onSomeoneElse={startOver}
        />
      ) : (
        <>
          <Intro
            link={link}
            loaded={loaded}
            isPastDue={isLate(link, openedAt)}
            takesFocus={isHandedOn}
            onStart={(learner) => start(learner, nextAttempt(results, code, learner))}
          />
          <div className="mt-12">
            <KeptResults
              title="Results kept in this browser"
              level={2}
              results={results}
              courseRevs={courseRevs}
            />
          </div>
        </>
      )}
    </>
  )
}

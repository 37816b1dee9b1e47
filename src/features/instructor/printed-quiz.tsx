import { useMemo } from 'react'
import type { LoadItems } from '#content/lesson-chunks.ts'
import { toPrintedQuiz } from '#domain/quiz-link/printed-quiz.ts'
import type { QuizLink } from '#domain/quiz-link/quiz-link.ts'
import { useLoadFailure } from '#store/load-with-retry.ts'
import { Button } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { LoadFailureNotice } from '#ui/load-failure-notice.tsx'
import { type InstructorArea, topicsOf } from './instructor-page-data.ts'
import { PrintedAnswerKey } from './printed-answer-key.tsx'
import { PrintedQuestions } from './printed-questions.tsx'
import { itemsLoadName, useLessonItems } from './use-lesson-items.ts'

/** Gets the focus when the printable quiz opens. */
export const printedQuizHeadingId = 'paper'

/**
 * The printable quiz: questions for the class and, on a new page, the answer key. While it is open, only this is
 * printed.
 */
export function PrintedQuiz({
  link,
  itemIds,
  areas,
  loadItems,
  onClose,
}: {
  link: QuizLink
  itemIds: readonly string[]
  areas: readonly InstructorArea[]
  loadItems: LoadItems
  onClose: () => void
}) {
  const topics = useMemo(() => topicsOf(areas), [areas])
  const loaded = useLessonItems(itemIds, topics, loadItems)
  const loadFailure = useLoadFailure(itemsLoadName)
  return (
    <section
      aria-labelledby={printedQuizHeadingId}
      className="paper mt-10 border-t-2 border-rule-strong pt-5 print:mt-0 print:border-0 print:pt-0"
    >
      <div className="no-print mb-6 flex flex-wrap items-center gap-3">
        <h3 id={printedQuizHeadingId} tabIndex={-1} className="mr-auto">
          Printable quiz and key
        </h3>
        {loaded.kind === 'ready' && (
          <Button variant="main" onClick={() => window.print()}>
            <Icon name="print" /> Print
          </Button>
        )}
        <Button onClick={onClose}>Close the printable quiz</Button>
      </div>
      <LoadFailureNotice partName="The printable quiz" loadFailure={loadFailure} />
      <div role="status" className="no-print">
        {loaded.kind === 'loading' && !loadFailure && <p>Loading the items…</p>}
      </div>
      {loaded.kind === 'ready' && (
        <PrintedPages link={link} items={itemIds.flatMap((id) => loaded.items.get(id) ?? [])} />
      )}
    </section>
  )
}

function PrintedPages({ link, items }: { link: QuizLink; items: Parameters<typeof toPrintedQuiz>[0] }) {
  // Everyone gets the same printout, so one key fits all.
  const paper = toPrintedQuiz(items, { seed: link.seed, shuffle: link.shuffle })
  return (
    <>
      <PrintedQuestions link={link} items={paper} />
      <PrintedAnswerKey title={link.title} items={paper} />
    </>
  )
}

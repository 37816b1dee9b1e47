import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import type { LoadItems } from '#content/lesson-chunks.ts'
import { pluralize } from '#domain/pluralize.ts'
import { gradeTables } from '#domain/quiz-link/grade-table.ts'
import type { QuizResult } from '#domain/quiz-link/quiz-result.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { Panel } from '#ui/panel.tsx'
import { useConfirmBeforeUnload } from '#ui/use-confirm-before-unload.ts'
import { useFocusAfterCommit } from '#ui/use-focus-after-commit.ts'
import { GradeTableSection } from './grade-table-section.tsx'
import { ImportForm } from './import-form.tsx'
import { ImportReport } from './import-report.tsx'
import { clearImportReport } from './import-submissions.ts'
import { type InstructorArea, itemsById, topicsOf } from './instructor-page-data.ts'
import {
  deleteResults,
  loadSavedResults,
  type SavedResults,
  savedResultsStore,
} from './saved-results-store.ts'
import { deleteScoringChoices, loadScoringChoices, scoringChoicesStore } from './scoring-choices-store.ts'

const headingId = 'results'

/** With more assignments than this, all are closed at first. */
const maxInitiallyOpen = 3

/** Imports results and saves them in this browser until they are deleted. */
export function ResultsSection({
  areas,
  loadItems,
}: {
  areas: readonly InstructorArea[]
  loadItems: LoadItems
}) {
  const { batches, unreadable } = useStore(savedResultsStore)
  const choices = useStore(scoringChoicesStore)
  const focusAfter = useFocusAfterCommit()
  useEffect(() => {
    loadScoringChoices()
    return loadSavedResults()
  }, [])
  const topics = useMemo(() => topicsOf(areas), [areas])
  const index = useMemo(() => itemsById(areas), [areas])
  const tables = useMemo(() => {
    const importTimes = new Map<QuizResult, number>()
    for (const { readAt, results } of batches) for (const result of results) importTimes.set(result, readAt)
    const order = index.map(({ id }) => id)
    return gradeTables([...importTimes.keys()], order, { choices, importTimes })
  }, [batches, choices, index])
  const assignments = tables.map(({ assignment }) => assignment)

  function remove(assignment?: string) {
    clearImportReport()
    deleteScoringChoices(assignment ? [assignment] : assignments)
    deleteResults(assignment)
    focusAfter(headingId)
  }

  return (
    <section aria-labelledby={headingId} className="print:group-has-[.paper]:hidden">
      <h2 id={headingId} tabIndex={-1}>
        Read results
      </h2>
      <div className="no-print stack-spacing mt-3 max-w-measure">
        <p>
          Learners send you a code or a file. The results you read are saved in this browser until you delete
          them; they are never sent anywhere. They are other people’s personal data, and anyone who uses this
          browser profile can see them: on a shared computer, download the tables and delete the results when
          you are done.
        </p>
        <ImportForm />
        <ImportReport />
        <SavedResultsStatus batches={batches} unreadable={unreadable} />
        {(batches.length > 0 || unreadable > 0) && (
          <p className="-ml-2">
            <ConfirmButton
              label="Delete all results"
              question={`Delete ${tables.length === 1 ? 'the results' : `the results of all ${tables.length} quizzes`} from this browser? To see them again, you would have to read the codes and files again.`}
              confirmLabel="Delete all of them"
              cancelLabel="Keep them"
              onConfirm={() => remove()}
            />
          </p>
        )}
      </div>
      {tables.map((table) => (
        <GradeTableSection
          key={table.assignment}
          table={table}
          topics={topics}
          index={index}
          loadItems={loadItems}
          isInitiallyOpen={tables.length <= maxInitiallyOpen}
          onDelete={() => remove(table.assignment)}
        />
      ))}
    </section>
  )
}

/** Problems with saved results. */
function SavedResultsStatus({ batches, unreadable }: Pick<SavedResults, 'batches' | 'unreadable'>) {
  const saveFailure = batches.find((batch) => batch.saveFailure)?.saveFailure
  const count = batches.reduce((sum, batch) => sum + (batch.saveFailure ? batch.results.length : 0), 0)
  const results = pluralize(count, 'result is', 'results are')
  useConfirmBeforeUnload(saveFailure !== undefined)
  return (
    <div role="status">
      {saveFailure && (
        <Panel tone="caution">
          <p>
            {saveFailure === 'full'
              ? `This browser has no more room for results. ${results} in this tab only: delete a class you no longer need, and the rest is saved.`
              : `This browser does not let the site store anything. ${results} in this tab only.`}{' '}
            If you reload or close this page, you have to read them again. Download the tables first.
          </p>
        </Panel>
      )}
      {unreadable > 0 && (
        <p>
          {pluralize(unreadable, 'saved result')} could not be read and {unreadable === 1 ? 'is' : 'are'} left
          alone. A newer version of this page may have saved {unreadable === 1 ? 'it' : 'them'}; reload the
          page.
        </p>
      )}
    </div>
  )
}

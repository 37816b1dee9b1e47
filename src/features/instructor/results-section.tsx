import { useMemo, useState } from 'react'
import { classTables } from '#domain/quiz-link/class-table.ts'
import type { QuizResult } from '#domain/quiz-link/result.ts'
import { ClassView } from './class-view.tsx'
import { type Reading, readingText } from './inbox.ts'
import { InboxForm } from './inbox-form.tsx'
import { type InstructorArea, indexOf, type LoadItems, topicsOf } from './instructor-view.ts'

/** Reads results that came back. They stay in this component's memory and nowhere else. */
export function ResultsSection({
  areas,
  loadItems,
}: {
  areas: readonly InstructorArea[]
  loadItems: LoadItems
}) {
  const [results, setResults] = useState<readonly QuizResult[]>([])
  const [last, setLast] = useState<Reading>()
  const topics = useMemo(() => topicsOf(areas), [areas])
  const index = useMemo(() => indexOf(areas), [areas])
  const tables = useMemo(
    () =>
      classTables(
        results,
        index.map(({ id }) => id),
      ),
    [results, index],
  )

  function add(reading: Reading) {
    setLast(reading)
    setResults((before) => [...before, ...reading.results])
  }
  function forget(assignment: string) {
    setLast(undefined)
    setResults((before) => before.filter((result) => result.assignment !== assignment))
  }

  return (
    <section aria-labelledby="results" className="print:group-has-[.paper]:hidden">
      <h2 id="results">Read results</h2>
      <div className="no-print flow mt-3 max-w-measure">
        <p>
          Learners send you a code or a file. What you put in here stays in the memory of this page: nothing
          is stored or sent, and closing or reloading the page forgets it. Take the table with you as CSV.
        </p>
        <InboxForm onRead={add} />
        <div role="status">{last && <LastReading reading={last} />}</div>
      </div>
      {tables.map((table) => (
        <ClassView
          key={table.assignment}
          table={table}
          topics={topics}
          index={index}
          loadItems={loadItems}
          onForget={() => forget(table.assignment)}
        />
      ))}
    </section>
  )
}

function LastReading({ reading }: { reading: Reading }) {
  return (
    <>
      <p>{readingText(reading)}</p>
      {reading.refused.length > 0 && (
        <ul className="mt-2 list-disc pl-6">
          {reading.refused.map(({ source, words }, index) => (
            // Two sources may have one name; the list is never changed.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={index}>
              <span className="[overflow-wrap:anywhere]">{source}</span>: {words}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

import { classRows } from '#domain/quiz-link/class-rows.ts'
import type { ClassTable } from '#domain/quiz-link/class-table.ts'
import { analyseItems } from '#domain/quiz-link/item-analysis.ts'
import { toCsv } from '#domain/table/csv.ts'
import { csvFormats } from '#domain/table/csv-format.ts'
import { downloadText } from '#platform/download.ts'
import { useTrouble } from '#store/arrivals.ts'
import { useCsvFormat } from '#store/csv-format.ts'
import { Button } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { NotArrived } from '#ui/not-arrived.tsx'
import { SelectField } from '#ui/select-field.tsx'
import type { IndexedItem, InstructorTopic, LoadItems } from './instructor-view.ts'
import { ItemTable } from './item-table.tsx'
import { LearnerTable } from './learner-table.tsx'
import { itemsPart, useItems } from './use-items.ts'

/** Everything that came back for one quiz. */
export function ClassView({
  table,
  topics,
  index,
  loadItems,
  onForget,
}: {
  table: ClassTable
  topics: readonly InstructorTopic[]
  index: readonly IndexedItem[]
  loadItems: LoadItems
  onForget: () => void
}) {
  const [format, setFormat] = useCsvFormat()
  const loaded = useItems(
    table.columns.map(({ id }) => id),
    topics,
    loadItems,
  )
  const analysis = analyseItems(table, loaded.kind === 'ready' ? loaded.items : new Map())
  const trouble = useTrouble(itemsPart)
  const heading = `class-${table.assignment}`
  return (
    <section aria-labelledby={heading} className="mt-10 border-t-2 border-rule-strong pt-5">
      <h3 id={heading} className="[overflow-wrap:anywhere]">
        {table.title}
      </h3>
      <p className="mt-1">
        {summaryText(table)}{' '}
        <span className="label text-ink-soft">
          Link <code>{table.assignment}</code>
        </span>
      </p>
      <p className="no-print mt-2 flex flex-wrap gap-3">
        <Button
          onClick={() =>
            downloadText(`results-${table.assignment}.csv`, toCsv(classRows(table), format), 'text/csv')
          }
        >
          <Icon name="download" /> CSV
        </Button>
        <SelectField name="CSV format" value={format.id} options={csvFormats} onValue={setFormat} />
        <Button variant="plain" onClick={onForget}>
          Forget this class <span className="sr-only">({table.title})</span>
        </Button>
      </p>
      <NotArrived what="The items of this class" trouble={trouble} className="mt-2" />
      <LearnerTable table={table} />
      <ItemTable analysis={analysis} index={index} />
    </section>
  )
}

function summaryText({ rows, repeated, replaced }: ClassTable): string {
  const passed = rows.filter(({ hasPassed }) => hasPassed).length
  return [
    `${rows.length} ${rows.length === 1 ? 'learner' : 'learners'}, ${passed} passed.`,
    replaced > 0 && `Of each learner the newest result counts; ${replaced} older left out.`,
    repeated > 0 && `${repeated} came more than once and ${repeated === 1 ? 'counts' : 'count'} once.`,
  ]
    .filter(Boolean)
    .join(' ')
}

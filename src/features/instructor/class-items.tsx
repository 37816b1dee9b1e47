import { useMemo } from 'react'
import type { ClassTable } from '#domain/quiz-link/class-table.ts'
import { analyseItems } from '#domain/quiz-link/item-analysis.ts'
import { itemRows } from '#domain/quiz-link/item-rows.ts'
import { toCsv } from '#domain/table/csv.ts'
import { downloadText } from '#platform/download.ts'
import { useTrouble } from '#store/arrivals.ts'
import { useCsvFormat } from '#store/csv-format.ts'
import { Button } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { NotArrived } from '#ui/not-arrived.tsx'
import type { IndexedItem, InstructorTopic, LoadItems } from './instructor-view.ts'
import { ItemTable } from './item-table.tsx'
import { itemsPart, useItems } from './use-items.ts'

/** How the items of a class went, on the page and as a file. */
export function ClassItems({
  table,
  topics,
  index,
  loadItems,
}: {
  table: ClassTable
  topics: readonly InstructorTopic[]
  index: readonly IndexedItem[]
  loadItems: LoadItems
}) {
  const [format] = useCsvFormat()
  const trouble = useTrouble(itemsPart)
  const loaded = useItems(
    table.columns.map(({ id }) => id),
    topics,
    loadItems,
  )
  const analysis = useMemo(
    () => analyseItems(table, loaded.kind === 'ready' ? loaded.items : new Map()),
    [table, loaded],
  )
  const download = () => {
    const rows = itemRows(analysis, new Map(index.map(({ id, stem }) => [id, stem])))
    downloadText(`items-${table.assignment}.csv`, toCsv(rows, format), 'text/csv')
  }
  return (
    <>
      <h4 className="mt-6 font-semibold">Items</h4>
      <p className="no-print mt-1">
        <Button onClick={download}>
          <Icon name="download" /> Items as CSV
        </Button>
      </p>
      <NotArrived what={`The items in ${table.name}`} trouble={trouble} className="mt-2" />
      {table.columnsLeftOut > 0 && (
        <p>
          Only the {table.columns.length} items asked most often are shown; {table.columnsLeftOut} are left
          out.
        </p>
      )}
      <ItemTable name={`Items in ${table.name}`} analysis={analysis} index={index} />
    </>
  )
}

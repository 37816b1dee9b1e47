import { useMemo } from 'react'
import type { LoadItems } from '#content/lesson-chunks.ts'
import type { GradeTable } from '#domain/quiz-link/grade-table.ts'
import { analyzeItems } from '#domain/quiz-link/item-analysis.ts'
import { itemAnalysisToRows } from '#domain/quiz-link/item-analysis-csv.ts'
import { toCsv } from '#domain/table/csv.ts'
import { downloadText } from '#platform/download.ts'
import { useCsvFormat } from '#store/csv-format.ts'
import { useLoadFailure } from '#store/load-with-retry.ts'
import { Button } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { LoadFailureNotice } from '#ui/load-failure-notice.tsx'
import type { InstructorTopic, ItemListing } from './instructor-page-data.ts'
import { ItemTable } from './item-table.tsx'
import { itemsLoadName, useLessonItems } from './use-lesson-items.ts'

/** Item analysis of an assignment, as a table and as a CSV file. */
export function ItemAnalysisSection({
  table,
  topics,
  index,
  loadItems,
}: {
  table: GradeTable
  topics: readonly InstructorTopic[]
  index: readonly ItemListing[]
  loadItems: LoadItems
}) {
  const [format] = useCsvFormat()
  const loadFailure = useLoadFailure(itemsLoadName)
  const loaded = useLessonItems(
    table.columns.map(({ id }) => id),
    topics,
    loadItems,
  )
  const analysis = useMemo(
    () => analyzeItems(table, loaded.kind === 'ready' ? loaded.items : new Map()),
    [table, loaded],
  )
  const download = () => {
    const rows = itemAnalysisToRows(analysis, new Map(index.map(({ id, stem }) => [id, stem])))
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
      <LoadFailureNotice partName={`The items in ${table.name}`} loadFailure={loadFailure} className="mt-2" />
      {table.omittedColumnCount > 0 && (
        <p>
          Only the {table.columns.length} items asked most often are shown; {table.omittedColumnCount} are
          left out.
        </p>
      )}
      <ItemTable name={`Items in ${table.name}`} analysis={analysis} index={index} />
    </>
  )
}

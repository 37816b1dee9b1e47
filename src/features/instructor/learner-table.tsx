import { useId, useState } from 'react'
import type { GradeRow, GradeTable } from '#domain/quiz-link/grade-table.ts'
import type { ItemResult } from '#domain/quiz-link/quiz-result.ts'
import { Button } from '#ui/button.tsx'
import { TableScroller } from '#ui/table-scroller.tsx'
import { useFocusAfterCommit } from '#ui/use-focus-after-commit.ts'
import { formatDateTime } from './format-date-time.ts'

/** Rows shown at first; a table of a thousand rows takes the browser seconds. */
const initialRowCount = 200

/** One row per learner, one column per item, with points. */
export function LearnerTable({
  name,
  table,
  rows,
}: {
  name: string
  table: GradeTable
  rows: readonly GradeRow[]
}) {
  const [areAllShown, setAreAllShown] = useState(false)
  const focusAfter = useFocusAfterCommit()
  const id = useId()
  const hasGroups = rows.some(({ result }) => result.group)
  const shown = areAllShown ? rows : rows.slice(0, initialRowCount)
  return (
    <>
      <TableScroller isLandmark id={id} className="relative mt-4" name={name}>
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">Learner</th>
              {hasGroups && <th scope="col">Group</th>}
              <th scope="col">Points</th>
              <th scope="col">Passed</th>
              <th scope="col">Finished</th>
              {table.columns.map(({ key }, index) => (
                <th key={key} scope="col" className="text-right!">
                  <span className="sr-only">Item </span>
                  {index + 1}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.key}>
                <th scope="row" translate="no" className="min-w-32 font-semibold [overflow-wrap:anywhere]">
                  {row.learner}
                </th>
                {hasGroups && <td translate="no">{row.result.group}</td>}
                <td className="whitespace-nowrap">
                  {row.score} of {row.outOf}
                </td>
                <td>{passOrFailText(row)}</td>
                <td className="whitespace-nowrap">{finishedText(row)}</td>
                {table.columns.map(({ key }) => (
                  <Cell key={key} answer={row.cells.get(key)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroller>
      {shown.length < rows.length && (
        <p className="no-print mt-2">
          {shown.length} of {rows.length} rows are shown.{' '}
          <Button
            variant="plain"
            onClick={() => {
              setAreAllShown(true)
              focusAfter(id)
            }}
          >
            Show all {rows.length}
          </Button>
        </p>
      )}
    </>
  )
}

function Cell({ answer }: { answer: ItemResult | undefined }) {
  if (!answer) return <td className="text-right!" />
  const { percent } = answer
  const tone = percent === 100 ? 'text-correct' : percent ? 'text-caution' : 'text-incorrect'
  return <td className={`text-right! ${tone}`}>{percent === null ? '–' : percent / 100}</td>
}

function passOrFailText({ hasPassed }: GradeRow): string {
  if (hasPassed === undefined) return '–'
  return hasPassed ? 'yes' : 'no'
}

/** When the learner finished, by the learner’s clock, the attempt number, and whether it is late. */
function finishedText({ result }: GradeRow): string {
  const attempt = result.attempt > 1 ? `, attempt ${result.attempt}` : ''
  return `${formatDateTime(result.finishedAt)}${attempt}${result.isLate ? ', late' : ''}`
}

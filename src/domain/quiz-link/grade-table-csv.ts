import type { Cell } from '../table/cell.ts'
import type { GradeRow, GradeTable } from './grade-table.ts'

const about = [
  'Learner',
  'Group',
  'Finished (UTC)',
  'Minutes',
  'Try',
  'Late',
  'Score',
  'Out of',
  'Percent',
  'Passed',
]

/**
 * The grade table for a spreadsheet: one row per learner, one column per item. An empty cell means that the item was
 * not asked.
 */
export function gradeTableToRows({ columns, rows }: GradeTable): Cell[][] {
  const items = columns.map(({ id, rev }) => (rev === 1 ? id : `${id} (revision ${rev})`))
  return [
    [...about, ...items],
    ...rows.map((row) => [...summaryCells(row), ...columns.map(({ key }) => cell(row, key))]),
  ]
}

function summaryCells({ learner, result, score, outOf, percent, hasPassed }: GradeRow): Cell[] {
  return [
    learner,
    result.group ?? '',
    new Date(result.finishedAt),
    Math.round(result.seconds / 60),
    result.attempt,
    result.isLate ? 'yes' : 'no',
    score,
    outOf,
    percent,
    hasPassed === undefined ? '' : hasPassed ? 'yes' : 'no',
  ]
}

/** The score, or a dash if the item was not answered. */
function cell({ cells }: GradeRow, key: string): Cell {
  const answer = cells.get(key)
  if (!answer) return ''
  return answer.percent === null ? '–' : answer.percent / 100
}

import type { QuizResult } from './quiz-result.ts'

/** An item at one revision. A new revision changes the meaning, so it is a column of its own. */
export type GradeColumn = { key: string; id: string; rev: number }

/** A link has at most a hundred items, and few of them change during an assignment. */
const maxColumns = 300

/** The items in course order; if a forged file has too many, those that most learners had. */
export function gradeColumns(
  rows: readonly { result: QuizResult }[],
  courseIndex: ReadonlyMap<string, number>,
): { columns: GradeColumn[]; omittedColumnCount: number } {
  const askedItems = new Map<string, { column: GradeColumn; count: number }>()
  for (const { result } of rows) {
    for (const { id, rev } of result.items) {
      const key = columnKey({ id, rev })
      const entry = askedItems.get(key) ?? { column: { key, id, rev }, count: 0 }
      entry.count += 1
      askedItems.set(key, entry)
    }
  }
  const order = (column: GradeColumn) => courseIndex.get(column.id) ?? courseIndex.size
  const columns = [...askedItems.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, maxColumns)
    .map(({ column }) => column)
    .sort((a, b) => order(a) - order(b) || (a.key < b.key ? -1 : 1))
  return { columns, omittedColumnCount: askedItems.size - columns.length }
}

export function columnKey({ id, rev }: Pick<GradeColumn, 'id' | 'rev'>): string {
  return `${id}@${rev}`
}

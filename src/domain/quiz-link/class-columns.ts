import type { QuizResult } from './result.ts'

/** An item at one revision: raised when the meaning changes, so two revisions are two columns. */
export type Column = { key: string; id: string; rev: number }

/** A link asks at most a hundred items, and few of them change while a class is at it. */
const maxColumns = 300

/** The items of a class in the order of the course: where a made-up file brings too many, those that most were asked. */
export function columnsOf(
  rows: readonly { result: QuizResult }[],
  place: ReadonlyMap<string, number>,
): { columns: Column[]; columnsLeftOut: number } {
  const asked = new Map<string, { column: Column; count: number }>()
  for (const { result } of rows) {
    for (const { id, rev } of result.items) {
      const key = keyOf({ id, rev })
      const entry = asked.get(key) ?? { column: { key, id, rev }, count: 0 }
      entry.count += 1
      asked.set(key, entry)
    }
  }
  const order = (column: Column) => place.get(column.id) ?? place.size
  const columns = [...asked.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, maxColumns)
    .map(({ column }) => column)
    .sort((a, b) => order(a) - order(b) || (a.key < b.key ? -1 : 1))
  return { columns, columnsLeftOut: asked.size - columns.length }
}

export function keyOf({ id, rev }: Pick<Column, 'id' | 'rev'>): string {
  return `${id}@${rev}`
}

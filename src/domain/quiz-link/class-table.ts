import { plainText } from '../typed/characters.ts'
import { type ItemResult, type QuizResult, totalOf } from './result.ts'

/** An item at one revision: raised when the meaning changes, so two revisions are two columns. */
export type Column = { key: string; id: string; rev: number }

export type Row = {
  result: QuizResult
  /** What to call the learner: the name, or a number where none was asked. */
  learner: string
  score: number
  outOf: number
  percent: number
  hasPassed: boolean
  /** By column key; a column is missing where a draw did not ask it. */
  cells: ReadonlyMap<string, ItemResult>
}

/** Everything that came back for one quiz link. */
export type ClassTable = {
  assignment: string
  title: string
  columns: Column[]
  rows: Row[]
  /** Results that came more than once. */
  repeated: number
  /** Results left out because the same learner handed in a newer one. */
  replaced: number
}

/** Results by quiz, in the order of their titles. `courseOrder` is the order of the course's item ids. */
export function classTables(
  results: readonly QuizResult[],
  courseOrder: readonly string[] = [],
): ClassTable[] {
  const assignments = [...new Set(results.map(({ assignment }) => assignment))]
  const place = new Map(courseOrder.map((id, index) => [id, index]))
  return assignments
    .map((assignment) =>
      classTable(
        assignment,
        results.filter((result) => result.assignment === assignment),
        place,
      ),
    )
    .sort((a, b) => compare(a.title, b.title) || compare(a.assignment, b.assignment))
}

function classTable(
  assignment: string,
  results: readonly QuizResult[],
  place: ReadonlyMap<string, number>,
): ClassTable {
  const { kept, repeated, replaced } = newestOfEach(results)
  const rows = kept.map((result, index) => rowOf(result, index + 1))
  rows.sort((a, b) => byName.compare(a.learner, b.learner))
  const columns = new Map<string, Column>()
  for (const { items } of kept) {
    for (const { id, rev } of items) columns.set(keyOf({ id, rev }), { key: keyOf({ id, rev }), id, rev })
  }
  const order = (column: Column) => place.get(column.id) ?? place.size
  return {
    assignment,
    title: results[0]?.title ?? '',
    columns: [...columns.values()].sort((a, b) => order(a) - order(b) || compare(a.key, b.key)),
    rows,
    repeated,
    replaced,
  }
}

/** Of each learner the newest result. Without a name nobody can be told apart, so all results stay. */
function newestOfEach(results: readonly QuizResult[]) {
  const different = eachOnce(results)
  const newest = new Map<string, QuizResult>()
  different.forEach((result, index) => {
    const learner = result.name ? `${plain(result.name)}\n${plain(result.group ?? '')}` : String(index)
    const other = newest.get(learner)
    if (!other || other.finishedAt < result.finishedAt) newest.set(learner, result)
  })
  const kept = [...newest.values()]
  return {
    kept,
    repeated: results.length - different.length,
    replaced: different.length - kept.length,
  }
}

/** The same result as a code and as a file is one; the one that tells what was answered is kept. */
function eachOnce(results: readonly QuizResult[]): QuizResult[] {
  const told = new Map<string, QuizResult>()
  for (const result of results) {
    const items = result.items.map(({ response: _, ...item }) => item)
    const key = JSON.stringify({ ...result, items })
    const other = told.get(key)
    if (!other || answersTold(other) < answersTold(result)) told.set(key, result)
  }
  return [...told.values()]
}

function answersTold({ items }: QuizResult): number {
  return items.filter(({ response }) => response !== undefined).length
}

function rowOf(result: QuizResult, number: number): Row {
  const cells = new Map(result.items.map((item) => [keyOf(item), item]))
  return { result, learner: result.name ?? `Learner ${number}`, ...totalOf(result), cells }
}

function keyOf({ id, rev }: Pick<Column, 'id' | 'rev'>): string {
  return `${id}@${rev}`
}

function plain(name: string): string {
  return plainText(name).toLowerCase()
}

/** Learner 2 before Learner 10. */
const byName = new Intl.Collator('en', { numeric: true })

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

import { type Column, columnsOf, keyOf } from './class-columns.ts'
import { type Counting, countedOne, type Learner, learnersOf, type ReadTimes } from './learners.ts'
import { type ItemResult, type QuizResult, totalOf } from './result.ts'

export type Row = {
  /** No other row of the class has it. */
  key: string
  result: QuizResult
  /** What to call the learner: the name, or a number where none was asked. */
  learner: string
  score: number
  outOf: number
  percent: number
  /** Undefined where there is no pass mark. */
  hasPassed: boolean | undefined
  /** By column key; a column is missing where a draw did not ask it. */
  cells: ReadonlyMap<string, ItemResult>
}

/** A name with several results. */
export type SharedName = Pick<Learner, 'key' | 'name' | 'group' | 'isInConflict'> & {
  count: number
  /** Whether the results are taken as those of several people, so that all count. */
  isSeveral: boolean
}

/** What the instructor decided for a class. `people` says of a learner's key whether it is one person or several. */
export type ClassChoice = { counting: Counting; people: Readonly<Record<string, 'one' | 'several'>> }

export const firstChoice: ClassChoice = { counting: 'latest', people: {} }

/** Everything that came back for one quiz link. */
export type ClassTable = {
  assignment: string
  title: string
  /** The title; with the link's name where another class has the same title. */
  name: string
  choice: ClassChoice
  columns: Column[]
  /** Items beyond those that a table can show. */
  columnsLeftOut: number
  /** By name; of one learner the latest first. */
  rows: Row[]
  /** What does not count, since another result of the same learner does. */
  leftOut: Row[]
  shared: SharedName[]
  /** Results that came more than once. */
  repeated: number
}

type Surroundings = { choices?: ReadonlyMap<string, ClassChoice>; readTimes?: ReadTimes }

/**
 * Results by quiz, in the order of their titles. `results` are in the order in which they were read; `courseOrder` is the
 * order of the course's item ids.
 */
export function classTables(
  results: readonly QuizResult[],
  courseOrder: readonly string[] = [],
  { choices = new Map(), readTimes = new Map() }: Surroundings = {},
): ClassTable[] {
  const place = new Map(courseOrder.map((id, index) => [id, index]))
  const tables = [...grouped(results, ({ assignment }) => assignment)].map(([assignment, ofIt]) =>
    classTable(assignment, ofIt, { place, readTimes, choice: choices.get(assignment) ?? firstChoice }),
  )
  const titles = grouped(tables, ({ title }) => title)
  return tables
    .map((table) => ({ ...table, name: nameOf(table, titles.get(table.title)?.length ?? 1) }))
    .sort((a, b) => byName.compare(a.title, b.title) || compare(a.assignment, b.assignment))
}

function classTable(
  assignment: string,
  results: readonly QuizResult[],
  {
    place,
    readTimes,
    choice,
  }: { place: ReadonlyMap<string, number>; readTimes: ReadTimes; choice: ClassChoice },
): ClassTable {
  const different = eachOnce(results)
  const learners = learnersOf(different, readTimes)
  learners.sort((a, b) => byName.compare(a.name, b.name) || byName.compare(a.group, b.group))
  const rows: Row[] = []
  const leftOut: Row[] = []
  for (const learner of learners) {
    const counted = countedResults(learner, choice)
    learner.results.forEach((result, index) => {
      const row = rowOf(result, learner, index)
      if (counted.has(result)) rows.push(row)
      else leftOut.push(row)
    })
  }
  const title = results[0]?.title ?? ''
  return {
    ...{ assignment, title, name: title, choice, rows, leftOut },
    ...columnsOf(rows, place),
    shared: learners
      .filter(({ results }) => results.length > 1)
      .map((learner) => sharedName(learner, choice)),
    repeated: results.length - different.length,
  }
}

function countedResults(learner: Learner, choice: ClassChoice): ReadonlySet<QuizResult | undefined> {
  if (choice.counting === 'all' || isSeveral(learner, choice)) return new Set(learner.results)
  return new Set([countedOne(learner.results, choice.counting)])
}

/** Until the instructor says so, results that may be of two people are not taken for one's. */
function isSeveral({ key, isInConflict }: Learner, { people }: ClassChoice): boolean {
  const said = Object.hasOwn(people, key) ? people[key] : undefined
  return said ? said === 'several' : isInConflict
}

function sharedName(learner: Learner, choice: ClassChoice): SharedName {
  const { key, name, group, isInConflict, results } = learner
  return { key, name, group, isInConflict, count: results.length, isSeveral: isSeveral(learner, choice) }
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

function rowOf(result: QuizResult, { key, name }: Learner, index: number): Row {
  const cells = new Map(result.items.map((item) => [keyOf(item), item]))
  return { key: `${key}\n${index}`, result, learner: result.name ?? name, ...totalOf(result), cells }
}

function nameOf({ title, assignment }: ClassTable, ofThisTitle: number): string {
  return ofThisTitle > 1 ? `${title} (link ${assignment})` : title
}

function grouped<Value>(
  values: readonly Value[],
  keyOfValue: (value: Value) => string,
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>()
  for (const value of values) {
    const group = groups.get(keyOfValue(value))
    if (group) group.push(value)
    else groups.set(keyOfValue(value), [value])
  }
  return groups
}

/** Learner 2 before Learner 10. */
const byName = new Intl.Collator('en', { numeric: true })

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

import { columnKey, type GradeColumn, gradeColumns } from './grade-table-columns.ts'
import {
  groupByLearner,
  type ImportTimes,
  type Learner,
  type ScoringPolicy,
  scoredResult,
} from './group-by-learner.ts'
import { type ItemResult, type QuizResult, totalScore } from './quiz-result.ts'

export type GradeRow = {
  /** Unique in the table. */
  key: string
  result: QuizResult
  /** The learner's name, or a number if none was asked for. */
  learner: string
  score: number
  outOf: number
  percent: number
  /** Undefined where there is no pass mark. */
  hasPassed: boolean | undefined
  /** By column key; without the items that this learner's draw did not contain. */
  cells: ReadonlyMap<string, ItemResult>
}

/** A name with several results. */
export type NameConflict = Pick<Learner, 'key' | 'name' | 'group' | 'isInConflict'> & {
  count: number
  /** Whether the results are treated as those of several people, so that all count. */
  isSeveralLearners: boolean
}

/** The instructor's choices for an assignment. `people` says whether a learner's key is one person or several. */
export type ScoringChoice = { counting: ScoringPolicy; people: Readonly<Record<string, 'one' | 'several'>> }

export const defaultScoringChoice: ScoringChoice = { counting: 'latest', people: {} }

/** All results of one quiz link. */
export type GradeTable = {
  assignment: string
  title: string
  /** The title, with the assignment's id if another table has the same title. */
  name: string
  choice: ScoringChoice
  columns: GradeColumn[]
  /** Items beyond the most that a table shows. */
  omittedColumnCount: number
  /** By name, the latest first for each learner. */
  rows: GradeRow[]
  /** Results that do not count because another one of the same learner does. */
  uncountedRows: GradeRow[]
  nameConflicts: NameConflict[]
  /** Results that were imported more than once. */
  duplicateCount: number
}

type GradeTableOptions = { choices?: ReadonlyMap<string, ScoringChoice>; importTimes?: ImportTimes }

/**
 * Results by quiz, in the order of their titles. `results` are in the order in which they were read; `courseOrder` is the
 * order of the course's item ids.
 */
export function gradeTables(
  results: readonly QuizResult[],
  courseOrder: readonly string[] = [],
  { choices = new Map(), importTimes = new Map() }: GradeTableOptions = {},
): GradeTable[] {
  const columnOrder = new Map(courseOrder.map((id, index) => [id, index]))
  const tables = [...groupBy(results, ({ assignment }) => assignment)].map(([assignment, tableResults]) =>
    gradeTable(assignment, tableResults, {
      columnIndexes: columnOrder,
      importTimes,
      choice: choices.get(assignment) ?? defaultScoringChoice,
    }),
  )
  const titles = groupBy(tables, ({ title }) => title)
  return tables
    .map((table) => ({ ...table, name: nameOf(table, titles.get(table.title)?.length ?? 1) }))
    .sort((a, b) => byName.compare(a.title, b.title) || compare(a.assignment, b.assignment))
}

function gradeTable(
  assignment: string,
  results: readonly QuizResult[],
  {
    columnIndexes,
    importTimes,
    choice,
  }: { columnIndexes: ReadonlyMap<string, number>; importTimes: ImportTimes; choice: ScoringChoice },
): GradeTable {
  const unique = uniqueResults(results)
  const learners = groupByLearner(unique, importTimes)
  learners.sort((a, b) => byName.compare(a.name, b.name) || byName.compare(a.group, b.group))
  const rows: GradeRow[] = []
  const uncountedRows: GradeRow[] = []
  for (const learner of learners) {
    const counted = countedResults(learner, choice)
    learner.results.forEach((result, index) => {
      const row = rowOf(result, learner, index)
      if (counted.has(result)) rows.push(row)
      else uncountedRows.push(row)
    })
  }
  const title = results[0]?.title ?? ''
  return {
    ...{ assignment, title, name: title, choice, rows, uncountedRows: uncountedRows },
    ...gradeColumns(rows, columnIndexes),
    nameConflicts: learners
      .filter(({ results }) => results.length > 1)
      .map((learner) => toNameConflict(learner, choice)),
    duplicateCount: results.length - unique.length,
  }
}

function countedResults(learner: Learner, choice: ScoringChoice): ReadonlySet<QuizResult | undefined> {
  if (choice.counting === 'all' || hasSeveralLearners(learner, choice)) return new Set(learner.results)
  return new Set([scoredResult(learner.results, choice.counting)])
}

/** Results that may come from two people count as several until the instructor decides. */
function hasSeveralLearners({ key, isInConflict }: Learner, { people }: ScoringChoice): boolean {
  const choice = Object.hasOwn(people, key) ? people[key] : undefined
  return choice ? choice === 'several' : isInConflict
}

function toNameConflict(learner: Learner, choice: ScoringChoice): NameConflict {
  const { key, name, group, isInConflict, results } = learner
  return {
    key,
    name,
    group,
    isInConflict,
    count: results.length,
    isSeveralLearners: hasSeveralLearners(learner, choice),
  }
}

/** The same result as a code and as a file counts once; the one with more responses is kept. */
function uniqueResults(results: readonly QuizResult[]): QuizResult[] {
  const byContent = new Map<string, QuizResult>()
  for (const result of results) {
    const items = result.items.map(({ response: _, ...item }) => item)
    const key = JSON.stringify({ ...result, items })
    const other = byContent.get(key)
    if (!other || countAnswers(other) < countAnswers(result)) byContent.set(key, result)
  }
  return [...byContent.values()]
}

function countAnswers({ items }: QuizResult): number {
  return items.filter(({ response }) => response !== undefined).length
}

function rowOf(result: QuizResult, { key, name }: Learner, index: number): GradeRow {
  const cells = new Map(result.items.map((item) => [columnKey(item), item]))
  return { key: `${key}\n${index}`, result, learner: result.name ?? name, ...totalScore(result), cells }
}

function nameOf({ title, assignment }: GradeTable, sameTitleCount: number): string {
  return sameTitleCount > 1 ? `${title} (link ${assignment})` : title
}

function groupBy<Value>(
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

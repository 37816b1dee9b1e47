import { expect, test } from 'vitest'
import { gradeTables } from '#domain/quiz-link/grade-table.ts'
import { gradeTableToRows } from '#domain/quiz-link/grade-table-csv.ts'
import { analyzeItems } from '#domain/quiz-link/item-analysis.ts'
import type { QuizResult } from '#domain/quiz-link/quiz-result.ts'
import { itemResultWith, resultWith } from './arbitraries.ts'
import { onlyTable, points } from './scored-results.ts'

test('rows are learners by name, columns are items in course order', () => {
  const results = [points('Learner 10', [100, 0]), points('learner 2', [50, null])]
  const [table] = gradeTables(results, ['a.b.q1', 'a.b.q0'])
  expect(
    table?.rows.map(({ learner, score, outOf, hasPassed }) => [learner, score, outOf, hasPassed]),
  ).toEqual([
    ['learner 2', 0.5, 2, false],
    ['Learner 10', 1, 2, false],
  ])
  expect(table?.columns.map(({ id }) => id)).toEqual(['a.b.q1', 'a.b.q0'])
})

test('learners named like properties of Object.prototype are counted like any others', () => {
  const results = ['__proto__', 'constructor', 'toString'].map((name) => points(name, [100]))
  expect(onlyTable(results).rows).toHaveLength(3)
})

test('assignments with the same title are distinguished by their links', () => {
  const names = gradeTables([
    points('Ada', [100], { assignment: 'zzzzzz', title: 'Images' }),
    points('Ada', [100], { assignment: 'aaaaaa', title: 'Images' }),
    points('Ada', [100], { assignment: 'bbbbbb', title: 'Volumes' }),
  ]).map(({ name }) => name)
  expect(names).toEqual(['Images (link aaaaaa)', 'Images (link zzzzzz)', 'Volumes'])
})

/** Counts how often a property of the results, or of anything inside them, is read. */
function countReads(results: QuizResult[]): number {
  let reads = 0
  const watched = <Value extends object>(value: Value): Value =>
    new Proxy(value, {
      get(target, name, receiver) {
        reads += 1
        const part: unknown = Reflect.get(target, name, receiver)
        return typeof part === 'object' && part !== null ? watched(part) : part
      },
    })
  const [table] = gradeTables(results.map(watched))
  analyzeItems(table!, new Map())
  return reads
}

const someItems = (count: number) => Array.from({ length: count }, (_, at) => 100 * (at % 2))

test.each([
  {
    what: 'quizzes',
    results: (count: number) =>
      Array.from({ length: count }, (_, at) =>
        points('Ada', [100], { assignment: String(at).padStart(6, '0') }),
      ),
  },
  {
    what: 'learners',
    results: (count: number) => Array.from({ length: count }, (_, at) => points(`L${at}`, [100, 0])),
  },
  {
    what: 'attempts of one learner',
    results: (count: number) =>
      Array.from({ length: count }, (_, at) => points('Ada', [100], { attempt: at + 1 })),
  },
  {
    what: 'items',
    results: (count: number) => [points('A', someItems(count)), points('B', someItems(count))],
  },
])('twice as many $what take at most twice the work', ({ results }) => {
  // More than 2, because sorting n results takes n · log n steps.
  expect(countReads(results(200))).toBeLessThan(2.5 * countReads(results(100)))
})

test('a forged file cannot make the table wider than any real class', () => {
  const results = Array.from({ length: 10 }, (_, learner) =>
    resultWith({
      name: `L${learner}`,
      items: [
        itemResultWith(),
        ...Array.from({ length: 90 }, (_, at) => itemResultWith({ id: `a.b.q${learner}-${at}` })),
      ],
    }),
  )
  const table = onlyTable(results)
  expect(table.columns).toHaveLength(300)
  expect(table.columns.map(({ id }) => id)).toContain('images.multi-stage.q-single')
  expect(table.omittedColumnCount).toBe(601)
})

test('the same name in a different group is a different learner', () => {
  expect(
    onlyTable([points('Ada', [1], { group: 'A' }), points('Ada', [1], { group: 'B' })]).rows,
  ).toHaveLength(2)
})

test('without names every result counts, and duplicates count once', () => {
  const { name: _, ...unnamed } = points('', [100])
  const table = onlyTable([unnamed, unnamed, { ...unnamed, seconds: 7 }])
  expect(table.rows.map(({ learner }) => learner)).toEqual(['Learner 1', 'Learner 2'])
  expect(table.duplicateCount).toBe(1)
})

test('of the same result as a code and as a file, the one with answers is kept', () => {
  const bare = resultWith({ items: [itemResultWith()] })
  const full = resultWith({ items: [itemResultWith({ response: 'b' })] })
  for (const results of [
    [bare, full],
    [full, bare],
  ]) {
    const table = onlyTable(results)
    expect(table.duplicateCount).toBe(1)
    expect(table.rows[0]?.result).toBe(full)
  }
})

test('results of different quizzes are separate', () => {
  const tables = gradeTables([
    points('Ada', [100], { assignment: 'zzzzzz', title: 'Volumes' }),
    points('Ada', [100], { assignment: 'aaaaaa', title: 'Images' }),
  ])
  expect(tables.map(({ title, rows }) => [title, rows.length])).toEqual([
    ['Images', 1],
    ['Volumes', 1],
  ])
})

test('two revisions of an item are two columns', () => {
  const items = (rev: number) => [itemResultWith({ rev })]
  const table = onlyTable([resultWith({ items: items(1) }), resultWith({ name: 'Bob', items: items(2) })])
  expect(table.columns.map(({ rev }) => rev)).toEqual([1, 2])
  expect(gradeTableToRows(table)[0]?.slice(-2)).toEqual([
    'images.multi-stage.q-single',
    'images.multi-stage.q-single (revision 2)',
  ])
})

test('spreadsheet rows have the learner, the time, the score and each item', () => {
  const result = points('=HYPERLINK("x")', [100, null], {
    group: 'B',
    finishedAt: Date.parse('2026-11-30T12:34:56Z'),
    seconds: 125,
    isLate: true,
    attempt: 2,
  })
  const other = points('Z', [100, 0, 67])
  expect(gradeTableToRows(onlyTable([result, other]))).toEqual([
    [
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
      'a.b.q0',
      'a.b.q1',
      'a.b.q2',
    ],
    ['=HYPERLINK("x")', 'B', new Date('2026-11-30T12:34:56Z'), 2, 2, 'yes', 1, 2, 50, 'no', 1, '–', ''],
    ['Z', '', new Date('2027-01-15T08:00:00Z'), 5, 1, 'no', 1.67, 3, 55, 'no', 1, 0, 0.67],
  ])
})

import { expect, test } from 'vitest'
import { rulesOf } from '#domain/quiz/grading.ts'
import { classRows } from '#domain/quiz-link/class-rows.ts'
import { classTables } from '#domain/quiz-link/class-table.ts'
import { analyseItems } from '#domain/quiz-link/item-analysis.ts'
import type { QuizResult } from '#domain/quiz-link/result.ts'
import { everyKind, multiItem, shortItem, singleItem } from '#tests/support/factories.ts'
import { anItemResult, aResult } from './arbitraries.ts'

/** A result of these points, in hundredths, for the items q0, q1 and so on. */
function points(name: string, percents: (number | null)[], overrides: Partial<QuizResult> = {}): QuizResult {
  const items = percents.map((percent, index) => anItemResult({ id: `a.b.q${index}`, percent }))
  return aResult({ name, items, ...overrides })
}

const onlyTable = (results: QuizResult[]) => classTables(results)[0]!

test('learners are rows by name, items are columns in the order of the course', () => {
  const results = [points('Learner 10', [100, 0]), points('learner 2', [50, null])]
  const [table] = classTables(results, ['a.b.q1', 'a.b.q0'])
  expect(
    table?.rows.map(({ learner, score, outOf, hasPassed }) => [learner, score, outOf, hasPassed]),
  ).toEqual([
    ['learner 2', 0.5, 2, false],
    ['Learner 10', 1, 2, false],
  ])
  expect(table?.columns.map(({ id }) => id)).toEqual(['a.b.q1', 'a.b.q0'])
})

test('of one learner the newest result counts, whatever the case and spaces of the name', () => {
  const table = onlyTable([
    points('Ada Lovelace', [100], { finishedAt: 2 }),
    points('ada  lovelace', [0], { finishedAt: 1 }),
    points('Ada Lovelace', [50], { finishedAt: 3, attempt: 2 }),
  ])
  expect(table.rows.map(({ score }) => score)).toEqual([0.5])
  expect(table).toMatchObject({ replaced: 2, repeated: 0 })
})

test('the same name in another group is another learner', () => {
  expect(
    onlyTable([points('Ada', [1], { group: 'A' }), points('Ada', [1], { group: 'B' })]).rows,
  ).toHaveLength(2)
})

test('without names nobody replaces anybody, and the very same result counts once', () => {
  const { name: _, ...unnamed } = points('', [100])
  const table = onlyTable([unnamed, unnamed, { ...unnamed, seconds: 7 }])
  expect(table.rows.map(({ learner }) => learner)).toEqual(['Learner 1', 'Learner 2'])
  expect(table.repeated).toBe(1)
})

test('of the same result as a code and as a file the one with the answers is kept', () => {
  const bare = aResult({ items: [anItemResult()] })
  const full = aResult({ items: [anItemResult({ response: 'b' })] })
  for (const results of [
    [bare, full],
    [full, bare],
  ]) {
    const table = onlyTable(results)
    expect(table.repeated).toBe(1)
    expect(table.rows[0]?.result).toBe(full)
  }
})

test('results of another quiz are kept apart', () => {
  const tables = classTables([
    points('Ada', [100], { assignment: 'zzzzzz', title: 'Volumes' }),
    points('Ada', [100], { assignment: 'aaaaaa', title: 'Images' }),
  ])
  expect(tables.map(({ title, rows }) => [title, rows.length])).toEqual([
    ['Images', 1],
    ['Volumes', 1],
  ])
})

test('two revisions of an item are two columns', () => {
  const items = (rev: number) => [anItemResult({ rev })]
  const table = onlyTable([aResult({ items: items(1) }), aResult({ name: 'Bob', items: items(2) })])
  expect(table.columns.map(({ rev }) => rev)).toEqual([1, 2])
  expect(classRows(table)[0]?.slice(-2)).toEqual([
    'images.multi-stage.q-single',
    'images.multi-stage.q-single (revision 2)',
  ])
})

test('the difficulty of an item is the mean of its points; leaving it out earns none', () => {
  const table = onlyTable([points('A', [100, 50]), points('B', [0, null]), points('C', [100])])
  expect(analyseItems(table, new Map())).toMatchObject([
    { asked: 3, unanswered: 0, mean: 2 / 3 },
    { asked: 2, unanswered: 1, mean: 0.25 },
  ])
})

test('discrimination is told from twenty learners on', () => {
  // The item goes exactly with the rest: the better half has both.
  const results = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      points(`L${index}`, index % 2 ? [100, 100, 100] : [0, 0, 100]),
    )
  const [few] = analyseItems(onlyTable(results(19)), new Map())
  expect(few?.discrimination).toBeUndefined()
  const [first, , always] = analyseItems(onlyTable(results(20)), new Map())
  expect(first?.discrimination).toBeCloseTo(1)
  expect(always).not.toHaveProperty('discrimination')
})

test('an item that the better learners miss has a negative discrimination', () => {
  const results = Array.from({ length: 30 }, (_, index) =>
    points(`L${index}`, index % 2 ? [0, 100, 100] : [100, index % 3 ? 100 : 0, 0]),
  )
  expect(analyseItems(onlyTable(results), new Map())[0]?.discrimination).toBeLessThan(-0.5)
})

test('discrimination agrees with a point-biserial coefficient worked by hand', () => {
  // Item: 10 right, 10 wrong. Others of the right: 1,1,1,1,1,1,1,0,0,0; of the wrong: 1,1,1,0 … 0.
  const results = Array.from({ length: 20 }, (_, index) => {
    const isRight = index < 10
    const other = isRight ? index < 7 : index < 13
    return points(`L${index}`, [isRight ? 100 : 0, other ? 100 : 0])
  })
  // (0.7 − 0.3) / 0.5 · √(0.5 · 0.5) = 0.4
  expect(analyseItems(onlyTable(results), new Map())[0]?.discrimination).toBeCloseTo(0.4)
})

test('wrong choices are counted in words, the most frequent first', () => {
  const items = new Map([singleItem(), multiItem(), shortItem()].map((item) => [item.id, item]))
  const one = (single: string, multi: string[], short: string) => [
    anItemResult({ id: singleItem().id, percent: single === 'b' ? 100 : 0, response: single }),
    anItemResult({ id: multiItem().id, percent: 0, response: multi }),
    anItemResult({ id: shortItem().id, percent: 0, response: short }),
  ]
  const table = onlyTable([
    aResult({ name: 'A', items: one('a', ['a', 'b'], 'docker  run') }),
    aResult({ name: 'B', items: one('c', ['b', 'd'], ' docker run ') }),
    aResult({ name: 'C', items: one('c', ['c'], 'docker') }),
    aResult({ name: 'D', items: one('b', ['a', 'c'], 'docker') }),
  ])
  const wrong = new Map(analyseItems(table, items).map(({ column, wrong }) => [column.id, wrong]))
  expect(wrong.get(singleItem().id)).toEqual([
    { text: 'Text of c', count: 2 },
    { text: 'Text of a', count: 1 },
  ])
  expect(wrong.get(multiItem().id)).toEqual([
    { text: 'Text of b', count: 2 },
    { text: 'Text of d', count: 1 },
  ])
  expect(wrong.get(shortItem().id)).toEqual([
    { text: 'docker', count: 2 },
    { text: 'docker run', count: 2 },
  ])
})

test('answers that do not fit the item, or another revision of it, tell no wrong choice', () => {
  const items = new Map([[singleItem().id, singleItem({ rev: 2 })]])
  const table = onlyTable([
    aResult({ name: 'A', items: [anItemResult({ rev: 1, percent: 0, response: 'a' })] }),
    aResult({ name: 'B', items: [anItemResult({ rev: 2, percent: 0, response: { a: '__proto__' } })] }),
  ])
  expect(analyseItems(table, items).map(({ wrong }) => wrong)).toEqual([[], []])
})

test('every kind lists its parts and their texts in the same order', () => {
  for (const item of everyKind()) {
    const parts = rulesOf(item).parts()
    const key = rulesOf(item).answerKey()
    parts.forEach((part, index) => {
      expect(key[index]?.text.toLowerCase(), `${item.kind}: ${part}`).toContain(textOf(item, part))
    })
  }
})

/** What the factories write into the part of this id. */
function textOf(item: { kind: string }, part: string): string {
  if (item.kind === 'line') return { one: 'golang', two: 'scratch', three: 'copy' }[part] ?? 'unknown'
  return item.kind === 'match' ? `definition ${part}` : `text of ${part}`
}

test('the rows of a spreadsheet say who, when, how much, and each item', () => {
  const result = points('=HYPERLINK("x")', [100, null], {
    group: 'B',
    finishedAt: Date.parse('2026-11-30T12:34:56Z'),
    seconds: 125,
    isLate: true,
    attempt: 2,
  })
  const other = points('Z', [100, 0, 67])
  expect(classRows(onlyTable([result, other]))).toEqual([
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

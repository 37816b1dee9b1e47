import { expect, test } from 'vitest'
import { rulesOf } from '#domain/quiz/grading.ts'
import { defaultScoringChoice, gradeTables, type ScoringChoice } from '#domain/quiz-link/grade-table.ts'
import { gradeTableToRows } from '#domain/quiz-link/grade-table-csv.ts'
import { analyzeItems } from '#domain/quiz-link/item-analysis.ts'
import { itemAnalysisToRows } from '#domain/quiz-link/item-analysis-csv.ts'
import type { QuizResult } from '#domain/quiz-link/quiz-result.ts'
import { itemsOfEveryKind, multiItem, shortItem, singleItem } from '#tests/support/factories.ts'
import { itemResultWith, resultWith } from './arbitraries.ts'

/** A result of these points, in hundredths, for the items q0, q1 and so on. */
function points(name: string, percents: (number | null)[], overrides: Partial<QuizResult> = {}): QuizResult {
  const items = percents.map((percent, index) => itemResultWith({ id: `a.b.q${index}`, percent }))
  return resultWith({ name, items, ...overrides })
}

const onlyTable = (results: QuizResult[]) => gradeTables(results)[0]!

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

const hour = 3_600_000

/** Three tries by one learner, of 50, 90 and 70 percent, with the name typed in three ways. */
const threeTries = [
  points('Ada Lovelace', [50], { finishedAt: 10 * hour, attempt: 1 }),
  points('ada  lovelace', [90], { finishedAt: 20 * hour, attempt: 2 }),
  points('ＡDA LOVELACE', [70], { finishedAt: 30 * hour, attempt: 3 }),
]

function chosen(results: QuizResult[], choice: Partial<ScoringChoice>, readTimes?: Map<QuizResult, number>) {
  const choices = new Map([['abc_-1', { ...defaultScoringChoice, ...choice }]])
  return gradeTables(results, [], { choices, ...(readTimes && { readTimes }) })[0]!
}
const scores = (rows: readonly { score: number }[]) => rows.map(({ score }) => score)

test.each([
  { counting: 'latest' as const, counted: [0.7], leftOut: [0.9, 0.5] },
  { counting: 'best' as const, counted: [0.9], leftOut: [0.7, 0.5] },
  { counting: 'all' as const, counted: [0.7, 0.9, 0.5], leftOut: [] },
])('of several tries by one learner, $counting counts and the others are listed', (expected) => {
  const table = chosen(threeTries, { counting: expected.counting })
  expect(scores(table.rows)).toEqual(expected.counted)
  expect(scores(table.leftOut)).toEqual(expected.leftOut)
  expect(table.shared).toMatchObject([{ count: 3, isInConflict: false, isSeveral: false }])
})

test('the latest is the highest try, whatever the learner’s clock says', () => {
  const [first, second] = threeTries
  const ahead = { ...first!, finishedAt: Date.parse('2031-01-01') }
  expect(scores(chosen([ahead, second!], { counting: 'latest' }).rows)).toEqual([0.9])
  expect(scores(chosen([second!, ahead], { counting: 'latest' }).rows)).toEqual([0.9])
})

test('of tries with one number the latest is the last finished, but none later than it was read; then the last read', () => {
  const one = { people: { 'ada\n': 'one' as const } }
  const ahead = points('Ada', [10], { finishedAt: Date.parse('2031-01-01') })
  const later = points('Ada', [20], { finishedAt: 9 * hour })
  const readTimes = new Map([
    [ahead, 8 * hour],
    [later, 10 * hour],
  ])
  expect(scores(chosen([later, ahead], one, readTimes).rows)).toEqual([0.2])
  const same = points('Ada', [30], { finishedAt: 9 * hour })
  expect(scores(chosen([later, same], one).rows)).toEqual([0.3])
  expect(scores(chosen([same, later], one).rows)).toEqual([0.2])
})

test('two first attempts under one name both count, and the name is reported', () => {
  const results = [points('Ada', [10]), points('Ada', [20], { finishedAt: 1_800_009_000_000 })]
  const table = onlyTable(results)
  expect(scores(table.rows)).toEqual([0.2, 0.1])
  expect(table.shared).toMatchObject([{ name: 'Ada', count: 2, isInConflict: true, isSeveral: true }])
  expect(new Set(table.rows.map(({ key }) => key)).size).toBe(2)
})

test('overlapping attempts belong to different learners', () => {
  const during = points('Ada', [20], { finishedAt: 1_800_000_000_000 - 100_000, seconds: 60, attempt: 2 })
  expect(onlyTable([points('Ada', [10]), during]).shared).toMatchObject([{ isInConflict: true }])
})

test('the instructor says who is one person and who is several', () => {
  const [first, second] = threeTries
  const several = chosen([first!, second!], { people: { 'ada lovelace\n': 'several' } })
  expect(scores(several.rows)).toEqual([0.9, 0.5])
  const sameTry = { ...second!, attempt: 1 }
  const one = chosen([first!, sameTry], { people: { 'ada lovelace\n': 'one' } })
  expect(scores(one.rows)).toEqual([0.9])
  expect(scores(one.leftOut)).toEqual([0.5])
})

test('a class of names that objects have too is counted like any other', () => {
  const results = ['__proto__', 'constructor', 'toString'].map((name) => points(name, [100]))
  expect(onlyTable(results).rows).toHaveLength(3)
})

test('classes of one title are told apart by their links', () => {
  const names = gradeTables([
    points('Ada', [100], { assignment: 'zzzzzz', title: 'Images' }),
    points('Ada', [100], { assignment: 'aaaaaa', title: 'Images' }),
    points('Ada', [100], { assignment: 'bbbbbb', title: 'Volumes' }),
  ]).map(({ name }) => name)
  expect(names).toEqual(['Images (link aaaaaa)', 'Images (link zzzzzz)', 'Volumes'])
})

/** How often a result, an item of one or a part of either is looked at. */
function looksAt(results: QuizResult[]): number {
  let looks = 0
  const watched = <Value extends object>(value: Value): Value =>
    new Proxy(value, {
      get(target, name, receiver) {
        looks += 1
        const part: unknown = Reflect.get(target, name, receiver)
        return typeof part === 'object' && part !== null ? watched(part) : part
      },
    })
  const [table] = gradeTables(results.map(watched))
  analyzeItems(table!, new Map())
  return looks
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
    what: 'tries of one learner',
    results: (count: number) =>
      Array.from({ length: count }, (_, at) => points('Ada', [100], { attempt: at + 1 })),
  },
  {
    what: 'items',
    results: (count: number) => [points('A', someItems(count)), points('B', someItems(count))],
  },
])('twice as many $what are twice the work', ({ results }) => {
  // Sorting adds a factor that grows with the logarithm.
  expect(looksAt(results(200))).toBeLessThan(2.5 * looksAt(results(100)))
})

test('a made-up file cannot make a table of more columns than any class has', () => {
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
  expect(table.columnsLeftOut).toBe(601)
})

test('the same name in another group is another learner', () => {
  expect(
    onlyTable([points('Ada', [1], { group: 'A' }), points('Ada', [1], { group: 'B' })]).rows,
  ).toHaveLength(2)
})

test('without names every result counts, and duplicates count once', () => {
  const { name: _, ...unnamed } = points('', [100])
  const table = onlyTable([unnamed, unnamed, { ...unnamed, seconds: 7 }])
  expect(table.rows.map(({ learner }) => learner)).toEqual(['Learner 1', 'Learner 2'])
  expect(table.repeated).toBe(1)
})

test('of the same result as a code and as a file the one with the answers is kept', () => {
  const bare = resultWith({ items: [itemResultWith()] })
  const full = resultWith({ items: [itemResultWith({ response: 'b' })] })
  for (const results of [
    [bare, full],
    [full, bare],
  ]) {
    const table = onlyTable(results)
    expect(table.repeated).toBe(1)
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

test('item difficulty is the mean score, with 0 for unanswered', () => {
  const table = onlyTable([points('A', [100, 50]), points('B', [0, null]), points('C', [100])])
  expect(analyzeItems(table, new Map())).toMatchObject([
    { asked: 3, unanswered: 0, mean: 2 / 3 },
    { asked: 2, unanswered: 1, mean: 0.25 },
  ])
})

test('discrimination is shown for twenty or more learners', () => {
  // The item goes exactly with the rest: the better half has both.
  const results = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      points(`L${index}`, index % 2 ? [100, 100, 100] : [0, 0, 100]),
    )
  const [few] = analyzeItems(onlyTable(results(19)), new Map())
  expect(few?.discrimination).toBeUndefined()
  const [first, , always] = analyzeItems(onlyTable(results(20)), new Map())
  expect(first?.discrimination).toBeCloseTo(1)
  expect(always).not.toHaveProperty('discrimination')
})

test('an item that the better learners miss has a negative discrimination', () => {
  const results = Array.from({ length: 30 }, (_, index) =>
    points(`L${index}`, index % 2 ? [0, 100, 100] : [100, index % 3 ? 100 : 0, 0]),
  )
  expect(analyzeItems(onlyTable(results), new Map())[0]?.discrimination).toBeLessThan(-0.5)
})

test('discrimination agrees with a point-biserial coefficient worked by hand', () => {
  // Item: 10 right, 10 wrong. Others of the right: 1,1,1,1,1,1,1,0,0,0; of the wrong: 1,1,1,0 … 0.
  const results = Array.from({ length: 20 }, (_, index) => {
    const isRight = index < 10
    const other = isRight ? index < 7 : index < 13
    return points(`L${index}`, [isRight ? 100 : 0, other ? 100 : 0])
  })
  // (0.7 − 0.3) / 0.5 · √(0.5 · 0.5) = 0.4
  expect(analyzeItems(onlyTable(results), new Map())[0]?.discrimination).toBeCloseTo(0.4)
})

test('wrong choices are counted in words, the most frequent first', () => {
  const items = new Map([singleItem(), multiItem(), shortItem()].map((item) => [item.id, item]))
  const one = (single: string, multi: string[], short: string) => [
    itemResultWith({ id: singleItem().id, percent: single === 'b' ? 100 : 0, response: single }),
    itemResultWith({ id: multiItem().id, percent: 0, response: multi }),
    itemResultWith({ id: shortItem().id, percent: 0, response: short }),
  ]
  const table = onlyTable([
    resultWith({ name: 'A', items: one('a', ['a', 'b'], 'docker  run') }),
    resultWith({ name: 'B', items: one('c', ['b', 'd'], ' docker run ') }),
    resultWith({ name: 'C', items: one('c', ['c'], 'docker') }),
    resultWith({ name: 'D', items: one('b', ['a', 'c'], 'docker') }),
  ])
  const wrong = new Map(analyzeItems(table, items).map(({ column, wrong }) => [column.id, wrong]))
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
    resultWith({ name: 'A', items: [itemResultWith({ rev: 1, percent: 0, response: 'a' })] }),
    resultWith({ name: 'B', items: [itemResultWith({ rev: 2, percent: 0, response: { a: '__proto__' } })] }),
  ])
  expect(analyzeItems(table, items).map(({ wrong }) => wrong)).toEqual([[], []])
})

test('every kind lists its parts and their texts in the same order', () => {
  for (const item of itemsOfEveryKind()) {
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

test('items go out with the question, how they went, and what was answered wrongly', () => {
  const single = singleItem()
  const results = ['a', 'a', 'b'].map((response, at) =>
    resultWith({
      name: `L${at}`,
      items: [itemResultWith({ id: single.id, percent: response === 'b' ? 100 : 0, response })],
    }),
  )
  const analysis = analyzeItems(onlyTable(results), new Map([[single.id, single]]))
  expect(itemAnalysisToRows(analysis, new Map([[single.id, single.stem]])).slice(1)).toEqual([
    [single.id, 1, single.stem, 3, 0, 33, '', '2× Text of a'],
  ])
})

import { expect, test } from 'vitest'
import { rulesOf } from '#domain/quiz/grading.ts'
import { analyzeItems } from '#domain/quiz-link/item-analysis.ts'
import { itemAnalysisToRows } from '#domain/quiz-link/item-analysis-csv.ts'
import { itemsOfEveryKind, multiItem, shortItem, singleItem } from '#tests/support/factories.ts'
import { itemResultWith, resultWith } from './arbitraries.ts'
import { onlyTable, points } from './scored-results.ts'

test('item difficulty is the mean score, with 0 for unanswered', () => {
  const table = onlyTable([points('A', [100, 50]), points('B', [0, null]), points('C', [100])])
  expect(analyzeItems(table, new Map())).toMatchObject([
    { askedCount: 3, unansweredCount: 0, mean: 2 / 3 },
    { askedCount: 2, unansweredCount: 1, mean: 0.25 },
  ])
})

test('discrimination is shown for twenty or more learners', () => {
  // The first two items correlate fully: the better half has both right.
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

test('an item that better learners miss has a negative discrimination', () => {
  const results = Array.from({ length: 30 }, (_, index) =>
    points(`L${index}`, index % 2 ? [0, 100, 100] : [100, index % 3 ? 100 : 0, 0]),
  )
  expect(analyzeItems(onlyTable(results), new Map())[0]?.discrimination).toBeLessThan(-0.5)
})

test('discrimination equals a point-biserial coefficient calculated by hand', () => {
  // Ten learners have the first item right, and seven of them the second; of the other ten, three have the second.
  const results = Array.from({ length: 20 }, (_, index) => {
    const isRight = index < 10
    const other = isRight ? index < 7 : index < 13
    return points(`L${index}`, [isRight ? 100 : 0, other ? 100 : 0])
  })
  // (0.7 − 0.3) / 0.5 · √(0.5 · 0.5) = 0.4
  expect(analyzeItems(onlyTable(results), new Map())[0]?.discrimination).toBeCloseTo(0.4)
})

test('wrong choices are listed in words with their count, the most frequent first', () => {
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
  const wrong = new Map(
    analyzeItems(table, items).map(({ column, wrongResponses }) => [column.id, wrongResponses]),
  )
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

test('a wrong choice comes with the misconception of its option', () => {
  const [first, ...others] = singleItem().options
  const named = singleItem({
    options: [{ ...first, misconception: 'Every stage is shipped.' }, ...others] as never,
  })
  const table = onlyTable([
    resultWith({ name: 'A', items: [itemResultWith({ id: named.id, percent: 0, response: 'a' })] }),
    resultWith({ name: 'B', items: [itemResultWith({ id: named.id, percent: 0, response: 'c' })] }),
  ])
  const analysis = analyzeItems(table, new Map([[named.id, named]]))
  expect(analysis[0]?.wrongResponses).toEqual([
    { text: 'Text of a', count: 1, misconception: 'Every stage is shipped.' },
    { text: 'Text of c', count: 1 },
  ])
  expect(itemAnalysisToRows(analysis, new Map())[1]?.slice(-2)).toEqual([
    '1× Text of a; 1× Text of c',
    '1× Every stage is shipped.',
  ])
})

test('answers that do not fit the item or its revision count as no wrong choice', () => {
  const items = new Map([[singleItem().id, singleItem({ rev: 2 })]])
  const table = onlyTable([
    resultWith({ name: 'A', items: [itemResultWith({ rev: 1, percent: 0, response: 'a' })] }),
    resultWith({ name: 'B', items: [itemResultWith({ rev: 2, percent: 0, response: { a: '__proto__' } })] }),
  ])
  expect(analyzeItems(table, items).map(({ wrongResponses }) => wrongResponses)).toEqual([[], []])
})

test('every kind lists its parts and their texts in the same order', () => {
  for (const item of itemsOfEveryKind()) {
    const parts = rulesOf(item).partIds()
    const key = rulesOf(item).answerKey()
    parts.forEach((part, index) => {
      expect(key[index]?.text.toLowerCase(), `${item.kind}: ${part}`).toContain(textOf(item, part))
    })
  }
})

/** The text that the factories give the part with this id. */
function textOf(item: { kind: string }, part: string): string {
  if (item.kind === 'line') return { one: 'golang', two: 'scratch', three: 'copy' }[part] ?? 'unknown'
  return item.kind === 'match' ? `definition ${part}` : `text of ${part}`
}

test('exported items have the question, the outcome, and the wrong answers', () => {
  const single = singleItem()
  const results = ['a', 'a', 'b'].map((response, at) =>
    resultWith({
      name: `L${at}`,
      items: [itemResultWith({ id: single.id, percent: response === 'b' ? 100 : 0, response })],
    }),
  )
  const analysis = analyzeItems(onlyTable(results), new Map([[single.id, single]]))
  expect(itemAnalysisToRows(analysis, new Map([[single.id, single.stem]])).slice(1)).toEqual([
    [single.id, 1, single.stem, 3, 0, 33, '', '2× Text of a', ''],
  ])
})

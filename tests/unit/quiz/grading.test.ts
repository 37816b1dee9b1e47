import fc from 'fast-check'
import { expect, test } from 'vitest'
import { displayOrder, gradeItem, rulesOf } from '#domain/quiz/grading.ts'
import type { Item } from '#domain/quiz/item.ts'
import type { ItemResponse } from '#domain/quiz/item-schema.ts'
import { seededRandom } from '#domain/quiz/seeded-random.ts'
import { correctResponse } from '#tests/support/correct-response.ts'
import {
  itemsOfEveryKind,
  lineItem,
  matchItem,
  multiItem,
  orderItem,
  shortItem,
  singleItem,
} from '#tests/support/factories.ts'
import { itemArbitrary, itemWithResponseArbitrary, responseArbitrary } from './arbitraries.ts'

const third = expect.closeTo(1 / 3, 10)
const word = shortItem({ as: 'word', accept: ['OverlayFS', 'overlay2'] })

test.each<[says: string, item: Item, response: ItemResponse, score: unknown]>([
  ['the right option', singleItem(), 'b', 1],
  ['a wrong option', singleItem(), 'a', 0],
  ['all and only the right options', multiItem(), ['c', 'a'], 1],
  ['one of two right options', multiItem(), ['a'], 0.5],
  ['a wrong tick beside a right one', multiItem(), ['a', 'b'], 0],
  ['one wrong tick beside all right ones', multiItem(), ['a', 'b', 'c'], 0.5],
  ['more wrong ticks than right ones', multiItem(), ['a', 'b', 'd'], 0],
  ['everything ticked', multiItem(), ['a', 'b', 'c', 'd'], 0],
  ['a word in other case and space', word, '  overlayfs ', 1],
  ['another accepted word', word, 'OVERLAY2', 1],
  ['a wrong word', word, 'aufs', 0],
  ['a command spelt another way', shortItem(), 'docker container run --publish=8080:80 --rm nginx', 1],
  ['a near miss', shortItem(), 'docker run -p 80:8080 --rm nginx', 0],
  ['the lines in order', orderItem(), ['a', 'b', 'c', 'd'], 1],
  ['one line out of place', orderItem(), ['b', 'c', 'd', 'a'], 0.75],
  ['the lines reversed', orderItem(), ['d', 'c', 'b', 'a'], 0.25],
  ['one line missing', orderItem(), ['a', 'b', 'd'], 0.75],
  ['all lines and a distractor', orderItem(), ['a', 'x', 'b', 'c', 'd'], 0.75],
  ['a distractor only', orderItem(), ['x'], 0],
  ['the right line', lineItem(), 'two', 1],
  ['a wrong line', lineItem(), 'three', 0],
  ['all pairs', matchItem(), { a: 'a', b: 'b', c: 'c' }, 1],
  ['one right pair', matchItem(), { a: 'a', b: 'c', c: 'extra' }, third],
  ['one pair and two left open', matchItem(), { b: 'b' }, third],
])('%s is graded', (_, item, response, score) => {
  expect(gradeItem(item, response)?.score).toEqual(score)
})

test.each<[says: string, item: Item, response: ItemResponse]>([
  ['an option that is gone', singleItem(), 'gone'],
  ['a list where one option is picked', singleItem(), ['b']],
  ['a tick on an option that is gone', multiItem(), ['a', 'gone']],
  ['one text where options are ticked', multiItem(), 'a'],
  ['a list where text is typed', shortItem(), ['docker']],
  ['a line placed twice', orderItem(), ['a', 'a']],
  ['a line that is gone', orderItem(), ['a', 'gone']],
  ['a definition that is gone', matchItem(), { a: 'gone' }],
  ['a term that is gone', matchItem(), { gone: 'a' }],
  ['a list where terms are paired', matchItem(), ['a']],
])('%s no longer fits the item', (_, item, response) => {
  expect(gradeItem(item, response)).toBeUndefined()
  expect(rulesOf(item).isComplete(response)).toBe(false)
})

test.each<[says: string, item: Item, response: ItemResponse | undefined]>([
  ['nothing picked', singleItem(), undefined],
  ['nothing ticked', multiItem(), []],
  ['only spaces typed', shortItem(), '   '],
  ['every line set aside', orderItem(), []],
  ['a term without a definition', matchItem(), { a: 'a', b: 'b' }],
])('%s is not complete', (_, item, response) => {
  expect(rulesOf(item).isComplete(response)).toBe(false)
})

test('every option has feedback, selected or not', () => {
  expect(gradeItem(multiItem(), ['a', 'b'])?.parts).toEqual([
    { part: 'a', chosen: true, correct: true, why: 'Why a.' },
    { part: 'b', chosen: true, correct: false, why: 'Why b.' },
    { part: 'c', chosen: false, correct: false, why: 'Why c.' },
    { part: 'd', chosen: false, correct: true, why: 'Why d.' },
  ])
})

test('a line in sequence is correct, others are not, and an unused distractor is correct', () => {
  const parts = gradeItem(orderItem(), ['b', 'c', 'd', 'a'])?.parts
  expect(parts?.map(({ part, correct }) => [part, correct])).toEqual([
    ['a', false],
    ['b', true],
    ['c', true],
    ['d', true],
    ['x', true],
  ])
})

test('lines with the same text are interchangeable', () => {
  const run = (id: string) => ({ id, text: 'RUN make', why: 'Builds.' })
  const item = orderItem({ lines: [run('a'), { ...run('b'), text: 'COPY . .' }, run('c')], distractors: [] })
  expect(gradeItem(item, ['c', 'b', 'a'])?.score).toBe(1)
})

test('two terms with the same definition accept either copy of it', () => {
  const pair = (id: string, definition: string) => ({ id, term: id, definition, why: 'So it is.' })
  const item = matchItem({ pairs: [pair('a', 'Yes'), pair('b', 'Yes'), pair('c', 'No')], extra: [] })
  expect(gradeItem(item, { a: 'b', b: 'a', c: 'c' })?.score).toBe(1)
})

test('a near miss gets its own explanation', () => {
  expect(gradeItem(shortItem(), 'docker run --rm -p 80:8080 nginx')?.remark).toBe(
    'The port of the host comes first.',
  )
})

test('a prompt and sudo are ignored, with a remark', () => {
  const grade = gradeItem(shortItem(), '$ sudo docker run --rm -p 8080:80 nginx')
  expect(grade?.score).toBe(1)
  expect(grade?.remark).toMatch(/prompt.*sudo/)
  expect(gradeItem(shortItem(), 'docker run --rm -p 8080:80 nginx')).not.toHaveProperty('remark')
})

test('sudo gets no remark if an accepted answer has it', () => {
  const item = shortItem({ accept: ['sudo swapon --show'] })
  expect(gradeItem(item, 'sudo swapon --show')).toEqual({ score: 1, parts: [] })
})

test.each(itemsOfEveryKind())('$kind: the answer key names what is right and gives reasons', (item) => {
  const key = rulesOf(item).answerKey()
  expect(key.some((entry) => entry.right)).toBe(true)
  expect(key.some((entry) => entry.why)).toBe(true)
})

test.each(itemsOfEveryKind())('$kind: the initial response is not fully right', (item) => {
  const rules = rulesOf(item)
  const start = rules.initialResponse(displayOrder(item, { seed: 's', shuffle: true }))
  expect(start === undefined ? 0 : (rules.grade(start)?.score ?? 0)).toBeLessThan(1)
})

test('kinds with partial credit explain how it works', () => {
  const stated = itemsOfEveryKind().filter((item) => rulesOf(item).partialCredit !== undefined)
  expect(stated.map((item) => item.kind)).toEqual(['multi', 'order', 'match'])
})

test('grading never throws, and every score is between 0 and 1', () => {
  fc.assert(
    fc.property(itemWithResponseArbitrary, ([item, response]) => {
      const grade = gradeItem(item, response)
      rulesOf(item).isComplete(response)
      if (grade === undefined) return
      expect(grade.score).toBeGreaterThanOrEqual(0)
      expect(grade.score).toBeLessThanOrEqual(1)
    }),
    { numRuns: 500 },
  )
})

test('any response to any item gives a grade or undefined', () => {
  fc.assert(
    fc.property(itemArbitrary, responseArbitrary, (item, response) => {
      const score = gradeItem(item, response)?.score
      expect(score === undefined || (score >= 0 && score <= 1)).toBe(true)
    }),
  )
})

test('the score is 1 exactly if every part is right', () => {
  fc.assert(
    fc.property(itemWithResponseArbitrary, ([item, response]) => {
      const grade = gradeItem(item, response)
      if (grade === undefined || item.kind === 'short') return
      expect(grade.score === 1).toBe(grade.parts.every((part) => part.correct))
    }),
    { numRuns: 500 },
  )
})

test('the right response to any item scores exactly 1 and is complete', () => {
  fc.assert(
    fc.property(itemArbitrary, (item) => {
      expect(gradeItem(item, correctResponse(item))?.score).toBe(1)
      expect(rulesOf(item).isComplete(correctResponse(item))).toBe(true)
    }),
  )
})

test('the displayed order is a permutation of the parts, the same for the same seed', () => {
  fc.assert(
    fc.property(itemArbitrary, fc.string(), fc.boolean(), (item, seed, shuffle) => {
      const shown = displayOrder(item, { seed, shuffle })
      expect([...shown].sort()).toEqual([...rulesOf(item).partIds()].sort())
      expect(displayOrder(item, { seed, shuffle })).toEqual(shown)
    }),
  )
})

test('the lines of an order item are never shuffled into the right order', () => {
  fc.assert(
    fc.property(itemArbitrary, fc.string(), (item, seed) => {
      if (item.kind !== 'order') return
      const shown = rulesOf(item).shufflePartIds(seededRandom(seed))
      expect(gradeItem(item, shown)?.score).toBeLessThan(1)
    }),
    { numRuns: 500 },
  )
})

test('without shuffling, options keep their order and order items are the same for everyone', () => {
  const deal = (item: Item, seed: string) => displayOrder(item, { seed, shuffle: false })
  expect(deal(singleItem(), 'one')).toEqual(['a', 'b', 'c'])
  expect(deal(lineItem(), 'one')).toEqual(['one', 'two', 'three'])
  expect(deal(orderItem(), 'one')).toEqual(deal(orderItem(), 'two'))
  expect(deal(orderItem(), 'one')).not.toEqual(['a', 'b', 'c', 'd', 'x'])
})

test('the lines of a file are never shuffled', () => {
  expect(displayOrder(lineItem(), { seed: 'any', shuffle: true })).toEqual(['one', 'two', 'three'])
})

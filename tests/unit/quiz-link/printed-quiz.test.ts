import { expect, test } from 'vitest'
import { toPrintedQuiz } from '#domain/quiz-link/printed-quiz.ts'
import {
  itemsOfEveryKind,
  lineItem,
  matchItem,
  multiItem,
  orderItem,
  shortItem,
  singleItem,
} from '#tests/support/factories.ts'

const order = { seed: 'seed', shuffle: false }

test('printed items are numbered and every kind has an answer area', () => {
  const paper = toPrintedQuiz(
    [singleItem(), multiItem(), shortItem(), orderItem(), lineItem(), matchItem()],
    order,
  )
  expect(paper.map(({ number, answer, instruction }) => [number, answer.kind, instruction])).toEqual([
    [1, 'boxes', 'Check one.'],
    [2, 'boxes', 'Check all that apply.'],
    [3, 'writing', 'Write the answer.'],
    [4, 'numbers', 'Number the lines in the right order. Leave blank any that do not belong.'],
    [5, 'boxes', 'Check one.'],
    [6, 'pairs', 'Write the letter of the matching description beside each term.'],
  ])
})

test('a printed choice has lettered options, and its answer key has the right letter with an explanation', () => {
  const [paper] = toPrintedQuiz([singleItem()], order)
  expect(paper?.answer).toEqual({
    kind: 'boxes',
    isCode: false,
    rows: [
      { letter: 'a', text: 'Text of a' },
      { letter: 'b', text: 'Text of b' },
      { letter: 'c', text: 'Text of c' },
    ],
  })
  expect(paper?.key.filter(({ isRight }) => isRight)).toEqual([
    { letter: 'b', text: 'Text of b', isRight: true, why: 'Why b.' },
  ])
})

test('letters in the answer key follow the printed order', () => {
  for (const seed of ['one', 'two', 'three']) {
    const [paper] = toPrintedQuiz([multiItem()], { seed, shuffle: true })
    const rows = paper?.answer.kind === 'boxes' ? paper.answer.rows : []
    expect(rows.map(({ letter }) => letter)).toEqual(['a', 'b', 'c', 'd'])
    for (const { letter, text } of paper?.key ?? []) {
      expect(rows.find((row) => row.letter === letter)?.text).toBe(text)
    }
  }
})

test('printed questions do not contain their answers', () => {
  for (const { answer } of toPrintedQuiz(itemsOfEveryKind(), order)) {
    const printed = JSON.stringify(answer)
    expect(printed).not.toContain('Why')
    expect(printed).not.toMatch(/Term \w+: Definition/)
  }
  const [match] = toPrintedQuiz([matchItem()], order)
  expect(match?.answer).toMatchObject({ terms: ['Term a', 'Term b', 'Term c'] })
  const [lines] = toPrintedQuiz([orderItem()], order)
  const rows = lines?.answer.kind === 'numbers' ? lines.answer.rows.map(({ text }) => text) : []
  expect(rows).not.toEqual(['a', 'b', 'c', 'd', 'x'].map((id) => `Text of ${id}`))
})

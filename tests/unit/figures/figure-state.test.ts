import { expect, test } from 'vitest'
import { figures } from '#domain/figures/figure-ids.ts'
import { formatList } from '#domain/figures/figure-state.ts'
import { figureStatesById } from '#domain/figures/figure-states.ts'

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('%o is listed as “%s”', (words, text) => {
  expect(formatList(words)).toBe(text)
})

test('plate numbers follow the areas and are unique', () => {
  const numbers = Object.values(figures).map(({ plate }) => plate)
  expect(new Set(numbers).size).toBe(numbers.length)
  for (const number of numbers) expect(number).toMatch(/^[1-9]\.[1-9]$/)
})

test.each(Object.entries(figureStatesById))('%s: every state has a unique description', (_, states) => {
  expect(states.length).toBeGreaterThan(2)
  for (const key of ['label', 'description'] as const) {
    const texts = states.map((state) => state[key])
    expect(new Set(texts).size).toBe(texts.length)
  }
  for (const { description, label } of states) {
    expect(description).toMatch(/^.{40,260}\.$/)
    expect(label).toMatch(/^[\p{Lu}\d`]/u)
  }
})

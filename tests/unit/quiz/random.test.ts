import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededRandom, shuffle } from '#domain/quiz/seeded-random.ts'

test('a seed always gives the same numbers, because existing links contain only the seed', () => {
  const random = seededRandom('docker')
  expect([random(), random(), random()]).toMatchInlineSnapshot(`
    [
      0.5111591662280262,
      0.35319007793441415,
      0.7157905513886362,
    ]
  `)
})

test('random numbers are in [0, 1) and uniformly distributed', () => {
  const random = seededRandom('even')
  const tenths = Array.from({ length: 10 }, () => 0)
  for (let count = 0; count < 10_000; count++) {
    const number = random()
    expect(number >= 0 && number < 1).toBe(true)
    const tenth = Math.floor(number * 10)
    tenths[tenth] = (tenths[tenth] ?? 0) + 1
  }
  for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(130)
})

test('seeds that differ in one letter give different numbers', () => {
  const first = new Set(Array.from({ length: 200 }, (_, index) => seededRandom(`seed ${index}`)()))
  expect(first.size).toBe(200)
})

test('shuffling returns a permutation and does not change the list', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.string(), (list, seed) => {
      const before = [...list]
      const shuffled = shuffle(list, seededRandom(seed))
      expect([...shuffled].sort()).toEqual([...before].sort())
      expect(list).toEqual(before)
      expect(shuffle(list, seededRandom(seed))).toEqual(shuffled)
    }),
  )
})

test('all orders of three elements are about equally likely', () => {
  const counts = new Map<string, number>()
  for (let index = 0; index < 6000; index++) {
    const order = shuffle(['a', 'b', 'c'], seededRandom(`${index}`)).join('')
    counts.set(order, (counts.get(order) ?? 0) + 1)
  }
  expect(counts.size).toBe(6)
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(130)
})

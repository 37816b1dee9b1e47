import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lessonIdOf } from '#domain/ids.ts'
import { type DrawCandidate, drawItems } from '#domain/quiz/draw-items.ts'

/** Three lessons with two objectives each, and four items for each objective. */
const pool: DrawCandidate[] = ['a', 'b', 'c'].flatMap((lesson) =>
  ['one', 'two'].flatMap((objective) =>
    [1, 2, 3, 4].map((n) => ({
      id: `images.${lesson}.q-${objective}-${n}`,
      kind: n % 2 ? ('single' as const) : ('order' as const),
      objective: `images.${lesson}.${objective}`,
      roles: n === 4 ? ['manager' as const] : ['beginner' as const, 'practitioner' as const],
      difficulty: n === 1 ? (1 as const) : (2 as const),
    })),
  ),
)
const idsOf = (items: DrawCandidate[]) => items.map((item) => item.id)
const tally = (names: string[]) =>
  [...new Set(names)].map((name) => names.filter((other) => other === name).length)

test('the same seed draws the same items, whatever the order of the pool', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.nat(30),
      fc.shuffledSubarray(pool, { minLength: pool.length }),
      (seed, count, mixed) => {
        expect(idsOf(drawItems(mixed, { seed, count }))).toEqual(idsOf(drawItems(pool, { seed, count })))
      },
    ),
  )
})

test('a draw has no item twice, and as many as requested or all', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(40), (seed, count) => {
      const ids = idsOf(drawItems(pool, { seed, count }))
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids).toHaveLength(Math.min(count, pool.length))
    }),
  )
})

test('a draw is spread evenly over lessons and objectives', () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const drawn = drawItems(pool, { seed, count: 12 })
      expect(tally(drawn.map((item) => lessonIdOf(item.id)))).toEqual([4, 4, 4])
      expect(tally(drawn.map((item) => item.objective))).toEqual([2, 2, 2, 2, 2, 2])
    }),
  )
})

test('different seeds draw differently', () => {
  const draws = new Set(['a', 'b', 'c', 'd'].map((seed) => idsOf(drawItems(pool, { seed, count: 6 })).join()))
  expect(draws.size).toBeGreaterThan(1)
})

test('role, kind and difficulty narrow the pool', () => {
  const all = { seed: 's', count: 99 }
  expect(drawItems(pool, { ...all, role: 'manager' })).toHaveLength(6)
  expect(drawItems(pool, { ...all, kinds: ['single'] }).every((item) => item.kind === 'single')).toBe(true)
  expect(drawItems(pool, { ...all, difficulties: [1] })).toHaveLength(6)
  expect(drawItems(pool, { ...all, role: 'manager', difficulties: [1] })).toEqual([])
})

test('items answered incorrectly or never come first, then the least recently answered', () => {
  const [first, second, third, fourth] = pool
  const history = new Map([
    [first!.id, { score: 1, at: 300 }],
    [second!.id, { score: 1, at: 200 }],
    [third!.id, { score: 0.5, at: 400 }],
  ])
  const drawn = idsOf(drawItems([first!, second!, third!, fourth!], { seed: 's', count: 4, history }))
  expect(drawn.slice(0, 2).sort()).toEqual([third!.id, fourth!.id].sort())
  expect(drawn.slice(2)).toEqual([second!.id, first!.id])
})

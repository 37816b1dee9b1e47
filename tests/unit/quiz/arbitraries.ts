import fc from 'fast-check'
import type { Item } from '#domain/quiz/item.ts'
import type { ItemResponse } from '#domain/quiz/item-schema.ts'
import {
  itemsOfEveryKind,
  lineItem,
  matchItem,
  multiItem,
  orderItem,
  shortItem,
  singleItem,
} from '#tests/support/factories.ts'

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
const reason = (id: string) => ({ id, text: `Text ${id}`, why: `Why ${id}` })
const someNames = (min: number, max: number) => fc.integer({ min, max }).map((n) => names.slice(0, n))

const single = fc.tuple(someNames(3, 4), fc.nat(2)).map(([ids, right]) =>
  singleItem({
    options: ids.map((id, at) => ({ ...reason(id), ...(at === right && { right: true as const }) })),
  }),
)

const line = fc.tuple(someNames(3, 7), fc.nat(2)).map(([ids, right]) =>
  lineItem({
    lines: ids.map((id, at) => ({ ...reason(id), ...(at === right && { right: true as const }) })),
  }),
)

const multi = fc
  .tuple(someNames(3, 6), fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }))
  .filter(([ids, right]) => right.slice(0, ids.length).some(Boolean))
  .map(([ids, right]) =>
    multiItem({ options: ids.map((id, at) => ({ ...reason(id), right: right[at] === true })) }),
  )

const order = fc
  .tuple(someNames(3, 7), fc.nat(3))
  .map(([ids, strays]) =>
    orderItem({ lines: ids.map(reason), distractors: ['x', 'y', 'z'].slice(0, strays).map(reason) }),
  )

const match = fc.tuple(someNames(3, 6), fc.nat(2)).map(([ids, extras]) =>
  matchItem({
    pairs: ids.map((id) => ({ id, term: `Term ${id}`, definition: `Means ${id}`, why: `Why ${id}` })),
    extra: ['x', 'y'].slice(0, extras).map((id) => ({ id, definition: `Means ${id}`, why: `Why ${id}` })),
  }),
)

const short = fc.constantFrom(shortItem(), shortItem({ as: 'word', accept: ['--read-only'] }))

export const itemArbitrary: fc.Arbitrary<Item> = fc.oneof(single, line, multi, order, match, short)

const anyName = fc.oneof(
  fc.constantFrom(...names, 'x', 'y', 'z', 'one', 'two', 'extra', '__proto__', 'constructor'),
  fc.string(),
)

/** Any response that the schema of stored answers accepts. */
export const responseArbitrary: fc.Arbitrary<ItemResponse> = fc.oneof(
  anyName,
  fc.array(anyName, { maxLength: 10 }),
  fc.dictionary(anyName, anyName, { maxKeys: 10 }),
)

/** A response made of the item's own parts, so that it usually fits the item. */
function fittingResponse(item: Item): fc.Arbitrary<ItemResponse> {
  switch (item.kind) {
    case 'single':
    case 'trace':
      return fc.constantFrom(...item.options.map((option) => option.id))
    case 'line':
      return fc.constantFrom(...item.lines.map((each) => each.id))
    case 'multi':
      return fc.subarray(item.options.map((option) => option.id))
    case 'order':
      return fc.shuffledSubarray([...item.lines, ...(item.distractors ?? [])].map((each) => each.id))
    case 'match': {
      const definitions = [...item.pairs, ...(item.extra ?? [])].map((each) => each.id)
      const terms = item.pairs.map((pair) => pair.id)
      return fc.dictionary(fc.constantFrom(...terms), fc.constantFrom(...definitions))
    }
    case 'short':
      return fc.oneof(fc.constantFrom(...item.accept, ...item.near.map((each) => each.match)), fc.string())
    default:
      return item satisfies never
  }
}

export const itemWithResponseArbitrary = fc
  .oneof(itemArbitrary, fc.constantFrom(...itemsOfEveryKind()))
  .chain((item) => fc.tuple(fc.constant(item), fc.oneof(fittingResponse(item), responseArbitrary)))

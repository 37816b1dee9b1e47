import * as v from 'valibot'
import { expect, test } from 'vitest'
import { rulesOf } from '#domain/quiz/grading.ts'
import { type Item, itemSchema, type WrittenItem } from '#domain/quiz/item.ts'
import { itemsOfEveryKind } from '#tests/support/factories.ts'

test.each(itemsOfEveryKind().map(asWritten))(
  '$kind: the item used in tests passes the authors’ schema',
  (item) => {
    expect(v.parse(itemSchema, item)).toEqual(item)
  },
)

/** The item as its author writes it: the build adds the recorded parts of a trace item. */
function asWritten(item: Item): WrittenItem {
  if (item.kind !== 'trace') return item
  const { code: _, recordedOn: __, ...written } = item
  return written
}

test('every kind in the schema has rules and an item in the tests', () => {
  const kinds = itemSchema.options.map((option) => option.entries.kind.literal)
  const tested = itemsOfEveryKind().filter((item) => rulesOf(item).answerKey().length > 0)
  expect(tested.map((item) => item.kind).sort()).toEqual([...kinds].sort())
})

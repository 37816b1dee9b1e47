import type { Item } from '#domain/quiz/item.ts'
import type { ItemResponse } from '#domain/quiz/item-schema.ts'

/** The fully correct response to an item. */
export function correctResponse(item: Item): ItemResponse {
  switch (item.kind) {
    case 'single':
    case 'trace':
      return item.options.find((option) => option.right)?.id ?? ''
    case 'line':
      return item.lines.find((line) => line.right)?.id ?? ''
    case 'multi':
      return item.options.filter((option) => option.right).map((option) => option.id)
    case 'order':
      return item.lines.map((line) => line.id)
    case 'match':
      return Object.fromEntries(item.pairs.map((pair) => [pair.id, pair.id]))
    case 'short':
      return item.accept[0] ?? ''
    default:
      return item satisfies never
  }
}

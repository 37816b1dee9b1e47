import type { Item } from '#domain/quiz/item.ts'
export function QuickCheck({ items }: { items: Item[] }) {
  return <p>{items.length}</p>
}

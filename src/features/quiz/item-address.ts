import { lessonIdOf } from '#domain/ids.ts'
import type { Item } from '#domain/quiz/item.ts'

/** The address of the passage that teaches an item’s answer; undefined if none of the topics has the item. */
export function itemAddress(
  item: Item,
  topics: readonly { id: string; address: string }[],
): string | undefined {
  const topic = topics.find(({ id }) => id === lessonIdOf(item.id))
  return topic && `${topic.address}#${item.home}`
}

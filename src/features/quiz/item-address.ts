import { lessonIdOf } from '#domain/ids.ts'
import type { Item } from '#domain/quiz/item.ts'

/** Where the lesson of an item teaches its answer; undefined where none of these topics has it. */
export function itemAddress(
  item: Item,
  topics: readonly { id: string; address: string }[],
): string | undefined {
  const topic = topics.find(({ id }) => id === lessonIdOf(item.id))
  return topic && `${topic.address}#${item.home}`
}

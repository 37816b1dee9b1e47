import type { Drawable } from '#domain/quiz/draw.ts'
import type { Item } from '#domain/quiz/item.ts'

/** An item as the page knows it before its lesson's items are fetched. */
export type IndexedItem = Drawable & { rev: number; stem: string }

/** `quiz` is where the items are fetched. */
export type InstructorTopic = { id: string; title: string; quiz: string; items: IndexedItem[] }

/** Fetches the items of a topic. The route hands it over, so that tests can too. */
export type LoadItems = (topic: Pick<InstructorTopic, 'id' | 'quiz'>) => Promise<Item[]>

export type InstructorArea = { number: number; title: string; topics: InstructorTopic[] }

export function topicsOf(areas: readonly InstructorArea[]): InstructorTopic[] {
  return areas.flatMap((area) => area.topics)
}

/** All items in course order. */
export function indexOf(areas: readonly InstructorArea[]): IndexedItem[] {
  return topicsOf(areas).flatMap((topic) => topic.items)
}

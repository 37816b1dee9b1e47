import type { DrawCandidate } from '#domain/quiz/draw-items.ts'

/** An item as the page knows it before its lesson's items are loaded. */
export type ItemListing = DrawCandidate & { rev: number; stem: string }

/** `quiz` is the address of the items. */
export type InstructorTopic = { id: string; title: string; quiz: string; items: ItemListing[] }

export type InstructorArea = { number: number; title: string; topics: InstructorTopic[] }

export function topicsOf(areas: readonly InstructorArea[]): InstructorTopic[] {
  return areas.flatMap((area) => area.topics)
}

/** All items in course order. */
export function itemsById(areas: readonly InstructorArea[]): ItemListing[] {
  return topicsOf(areas).flatMap((topic) => topic.items)
}

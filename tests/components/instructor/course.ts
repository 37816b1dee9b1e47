import type { Item } from '#domain/quiz/item.ts'
import type { InstructorArea } from '#features/instructor/instructor-page-data.ts'
import { itemsOfEveryKind, singleItem } from '#tests/support/factories.ts'

const networking = [
  singleItem({ id: 'networking.bridge.q-one', stem: 'Which network is `bridge`?', roles: ['manager'] }),
  singleItem({ id: 'networking.bridge.q-two', stem: 'Who answers DNS?', rev: 3, difficulty: 3 }),
]

const byTopic = new Map<string, Item[]>([
  ['images.multi-stage', itemsOfEveryKind()],
  ['networking.bridge', networking],
])

const topic = (id: string, title: string) => ({
  id,
  title,
  quiz: `/assets/quiz-${id}.js`,
  items: byTopic.get(id) ?? [],
})

/** Two areas with one topic each. Images has one item of every kind, and networking has two items. */
export const areas: InstructorArea[] = [
  { number: 3, title: 'Images', topics: [topic('images.multi-stage', 'Multi-Stage Builds')] },
  { number: 6, title: 'Networking', topics: [topic('networking.bridge', 'Bridge')] },
]

export async function loadItems({ id }: { id: string }): Promise<Item[]> {
  return byTopic.get(id) ?? []
}

export const linkAddress = (code: string) => `https://example.org/docker/a#${code}`

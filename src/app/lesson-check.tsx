import { use } from 'react'
import { type ContentRef, loadItems, once } from '#content/body.ts'
import type { Item } from '#domain/quiz/item.ts'
import { QuickCheck } from '#features/quiz/quick-check.tsx'
import { patiently } from '#store/arrivals.ts'

/** Some items of a lesson's quiz inside its text. Loaded lazily, hence the default export. */
export default function LessonCheck({ ids, content }: { ids: string[]; content: ContentRef }) {
  const items = use(itemsOf(content))
  return <QuickCheck items={items.filter((item) => ids.includes(item.id))} />
}

const waitedFor = new Map<string, Promise<Item[]>>()

function itemsOf(content: ContentRef): Promise<Item[]> {
  return once(waitedFor, content.id, () =>
    patiently(`check ${content.id}`, () => loadItems(content), { address: content.quiz }),
  )
}

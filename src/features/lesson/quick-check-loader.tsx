import { use } from 'react'
import { type LessonChunks, loadItems, memoizePromise } from '#content/lesson-chunks.ts'
import type { Item } from '#domain/quiz/item.ts'
import type { Role } from '#domain/role.ts'
import { QuickCheck } from '#features/quiz/quick-check.tsx'
import { loadWithRetry } from '#store/load-with-retry.ts'

/** Some items of a lesson's quiz inside its text, in the author's order. Loaded lazily, hence the default export. */
export default function QuickCheckLoader({
  ids,
  chunks,
  depth,
}: {
  ids: string[]
  chunks: LessonChunks
  depth: Role | undefined
}) {
  const items = use(loadItemsWithRetry(chunks))
  const shownItems = ids.flatMap((id) => items.find((item) => item.id === id) ?? [])
  return <QuickCheck items={shownItems} depth={depth} />
}

const itemPromises = new Map<string, Promise<Item[]>>()

function loadItemsWithRetry(chunks: LessonChunks): Promise<Item[]> {
  return memoizePromise(itemPromises, chunks.id, () =>
    loadWithRetry(`check ${chunks.id}`, () => loadItems(chunks), { address: chunks.quiz }),
  )
}

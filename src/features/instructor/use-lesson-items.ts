import { useEffect, useMemo, useState } from 'react'
import type { LoadItems } from '#content/lesson-chunks.ts'
import { lessonIdOf } from '#domain/ids.ts'
import type { Item } from '#domain/quiz/item.ts'
import { loadWithRetry } from '#store/load-with-retry.ts'
import type { InstructorTopic } from './instructor-page-data.ts'

/** The name of this load in `useLoadFailure`. */
export const itemsLoadName = 'items of a class'

export type LoadedItems = { kind: 'loading' } | { kind: 'ready'; items: ReadonlyMap<string, Item> }

/** The full items with these ids, loaded lesson by lesson. Unknown ids are left out. */
export function useLessonItems(
  ids: readonly string[],
  topics: readonly InstructorTopic[],
  loadItems: LoadItems,
): LoadedItems {
  const [loaded, setLoaded] = useState<LoadedItems>({ kind: 'loading' })
  const key = [...new Set(ids.map(lessonIdOf))].sort().join(' ')
  const needed = useMemo(() => {
    const lessons = key.split(' ')
    return topics.filter(({ id }) => lessons.includes(id))
  }, [key, topics])
  useEffect(() => {
    const abortController = new AbortController()
    const { signal } = abortController
    const lists = needed.map(({ id, quiz }) =>
      loadWithRetry(itemsLoadName, () => loadItems({ id, quiz }), { address: quiz, signal }),
    )
    Promise.all(lists).then(
      (items) =>
        !signal.aborted &&
        setLoaded({ kind: 'ready', items: new Map(items.flat().map((item) => [item.id, item])) }),
      // Rejects only when it is aborted.
      () => undefined,
    )
    return () => abortController.abort()
  }, [needed, loadItems])
  return loaded
}

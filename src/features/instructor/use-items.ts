import { useEffect, useMemo, useState } from 'react'
import type { LoadItems } from '#content/lesson-chunks.ts'
import { lessonIdOf } from '#domain/ids.ts'
import type { Item } from '#domain/quiz/item.ts'
import { loadWithRetry } from '#store/load-with-retry.ts'
import type { TopicData } from './instructor-page-data.ts'

/** What a class or a paper waits for, by the name that `useLoadFailure` knows. */
export const itemsLoadName = 'items of a class'

export type LoadedItems = { kind: 'loading' } | { kind: 'ready'; items: ReadonlyMap<string, Item> }

/** The items of these ids in full, fetched lesson by lesson; ids the course does not know are left out. */
export function useLessonItems(
  ids: readonly string[],
  topics: readonly TopicData[],
  loadItems: LoadItems,
): LoadedItems {
  const [loaded, setLoaded] = useState<LoadedItems>({ kind: 'loading' })
  const key = [...new Set(ids.map(lessonIdOf))].sort().join(' ')
  const needed = useMemo(() => {
    const lessons = key.split(' ')
    return topics.filter(({ id }) => lessons.includes(id))
  }, [key, topics])
  useEffect(() => {
    const waiting = new AbortController()
    const { signal } = waiting
    const lists = needed.map(({ id, quiz }) =>
      loadWithRetry(itemsLoadName, () => loadItems({ id, quiz }), { address: quiz, signal }),
    )
    Promise.all(lists).then(
      (items) =>
        !signal.aborted &&
        setLoaded({ kind: 'ready', items: new Map(items.flat().map((item) => [item.id, item])) }),
      // It fails only when nobody waits any more.
      () => undefined,
    )
    return () => waiting.abort()
  }, [needed, loadItems])
  return loaded
}

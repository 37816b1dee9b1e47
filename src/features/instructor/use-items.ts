import { useEffect, useMemo, useState } from 'react'
import { lessonIdOf } from '#domain/ids.ts'
import type { Item } from '#domain/quiz/item.ts'
import type { InstructorTopic, LoadItems } from './instructor-view.ts'

export type LoadedItems =
  | { kind: 'loading' }
  | { kind: 'failed' }
  | { kind: 'ready'; items: ReadonlyMap<string, Item> }

/** The items of these ids in full, fetched lesson by lesson; ids the course does not know are left out. */
export function useItems(
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
    let isCurrent = true
    Promise.all(needed.map(({ id, quiz }) => loadItems({ id, quiz }))).then(
      (lists) =>
        isCurrent &&
        setLoaded({ kind: 'ready', items: new Map(lists.flat().map((item) => [item.id, item])) }),
      () => isCurrent && setLoaded({ kind: 'failed' }),
    )
    return () => {
      isCurrent = false
    }
  }, [needed, loadItems])
  return loaded
}

import { useCallback, useEffect, useState } from 'react'
import type { Item } from '#domain/quiz/item.ts'
import type { QuizLink } from '#domain/quiz-link/link.ts'
import { itemsOfLink, lessonsOfLink } from '#domain/quiz-link/link-items.ts'
import type { LinkTopic, LoadItems } from './link-view.ts'

export type LinkItems =
  | { kind: 'loading' }
  | { kind: 'failed' }
  /**
   * `items` are the ones to ask, `pool` all of their lessons: a quiz that was begun before the course changed
   * may have drawn others. `missing` counts what left the course: picked items, or topics of a draw.
   */
  | { kind: 'ready'; items: Item[]; pool: Item[]; missing: number }

/** Fetches the items a link asks for. `retry` starts over after a failure. */
export function useLinkItems(
  link: QuizLink,
  topics: readonly LinkTopic[],
  loadItems: LoadItems,
): { loaded: LinkItems; retry: () => void } {
  const [loaded, setLoaded] = useState<LinkItems>({ kind: 'loading' })
  const [round, setRound] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round is a new try
  useEffect(() => {
    let isCurrent = true
    fetchItems(link, topics, loadItems).then(
      (ready) => isCurrent && setLoaded(ready),
      () => isCurrent && setLoaded({ kind: 'failed' }),
    )
    return () => {
      isCurrent = false
    }
  }, [link, topics, loadItems, round])
  const retry = useCallback(() => {
    setLoaded({ kind: 'loading' })
    setRound((count) => count + 1)
  }, [])
  return { loaded, retry }
}

async function fetchItems(
  link: QuizLink,
  topics: readonly LinkTopic[],
  loadItems: LoadItems,
): Promise<LinkItems> {
  const wanted = lessonsOfLink(link)
  const known = topics.filter(({ id }) => wanted.includes(id))
  const pool = (await Promise.all(known.map(({ id, quiz }) => loadItems({ id, quiz })))).flat()
  const { items, missing } = itemsOfLink(link, pool)
  const lost = link.selection.kind === 'items' ? missing.length : wanted.length - known.length
  return { kind: 'ready', items, pool, missing: lost }
}

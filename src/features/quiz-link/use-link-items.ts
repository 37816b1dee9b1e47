import { useEffect, useState } from 'react'
import type { Item } from '#domain/quiz/item.ts'
import type { QuizLink } from '#domain/quiz-link/link.ts'
import { itemsOfLink, lessonsOfLink } from '#domain/quiz-link/link-items.ts'
import { patiently } from '#store/arrivals.ts'
import type { LinkTopic, LoadItems } from './link-view.ts'

export type LinkItems =
  | { kind: 'loading' }
  /**
   * `items` are the ones to ask, `pool` all of their lessons: a quiz that was begun before the course changed
   * may have drawn others. `missing` counts what left the course: picked items, or topics of a draw.
   */
  | { kind: 'ready'; items: Item[]; pool: Item[]; missing: number }

/** What the page waits for, by the name that `useTrouble` knows. */
export const itemsPart = 'items of a link'

/** Fetches the items a link asks for. */
export function useLinkItems(link: QuizLink, topics: readonly LinkTopic[], loadItems: LoadItems): LinkItems {
  const [loaded, setLoaded] = useState<LinkItems>({ kind: 'loading' })
  useEffect(() => {
    const waiting = new AbortController()
    const { signal } = waiting
    fetchItems(link, topics, loadItems, signal).then(
      (ready) => !signal.aborted && setLoaded(ready),
      // It fails only when nobody waits any more.
      () => undefined,
    )
    return () => waiting.abort()
  }, [link, topics, loadItems])
  return loaded
}

async function fetchItems(
  link: QuizLink,
  topics: readonly LinkTopic[],
  loadItems: LoadItems,
  signal: AbortSignal,
): Promise<LinkItems> {
  const wanted = lessonsOfLink(link)
  const known = topics.filter(({ id }) => wanted.includes(id))
  const lists = known.map(({ id, quiz }) =>
    patiently(itemsPart, () => loadItems({ id, quiz }), { address: quiz, signal }),
  )
  const pool = (await Promise.all(lists)).flat()
  const { items, missing } = itemsOfLink(link, pool)
  const lost = link.selection.kind === 'items' ? missing.length : wanted.length - known.length
  return { kind: 'ready', items, pool, missing: lost }
}

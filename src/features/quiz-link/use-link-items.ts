import { useEffect, useState } from 'react'
import type { LoadItems } from '#content/lesson-chunks.ts'
import type { Item } from '#domain/quiz/item.ts'
import { itemsOfLink, lessonIdsOfLink } from '#domain/quiz-link/link-items.ts'
import type { QuizLink } from '#domain/quiz-link/quiz-link.ts'
import { loadWithRetry } from '#store/load-with-retry.ts'
import type { LinkTopic } from './quiz-link-page-data.ts'

export type LinkedItems =
  | { kind: 'loading' }
  /**
   * `items` are the ones to ask, `pool` all of their lessons: a quiz that was begun before the course changed
   * may have drawn others. `missing` counts what left the course: picked items, or topics of a draw.
   */
  | { kind: 'ready'; items: Item[]; pool: Item[]; missing: number }

/** What the page waits for, by the name that `useLoadFailure` knows. */
export const itemsLoadName = 'items of a link'

/** Fetches the items a link asks for. */
export function useLinkedItems(
  link: QuizLink,
  topics: readonly LinkTopic[],
  loadItems: LoadItems,
): LinkedItems {
  const [loaded, setLoaded] = useState<LinkedItems>({ kind: 'loading' })
  useEffect(() => {
    const waiting = new AbortController()
    const { signal } = waiting
    loadLinkedItems(link, topics, loadItems, signal).then(
      (ready) => !signal.aborted && setLoaded(ready),
      // It fails only when nobody waits any more.
      () => undefined,
    )
    return () => waiting.abort()
  }, [link, topics, loadItems])
  return loaded
}

async function loadLinkedItems(
  link: QuizLink,
  topics: readonly LinkTopic[],
  loadItems: LoadItems,
  signal: AbortSignal,
): Promise<LinkedItems> {
  const wanted = lessonIdsOfLink(link)
  const known = topics.filter(({ id }) => wanted.includes(id))
  const lists = known.map(({ id, quiz }) =>
    loadWithRetry(itemsLoadName, () => loadItems({ id, quiz }), { address: quiz, signal }),
  )
  const pool = (await Promise.all(lists)).flat()
  const { items, missing } = itemsOfLink(link, pool)
  const missingIds = link.selection.kind === 'items' ? missing.length : wanted.length - known.length
  return { kind: 'ready', items, pool, missing: missingIds }
}

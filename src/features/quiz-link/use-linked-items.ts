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
   * `items` are the items of the quiz, `pool` all items of their lessons, because an attempt that started before the
   * course changed may have drawn others. `missing` counts what was removed from the course: picked items, or topics
   * of a draw.
   */
  | { kind: 'ready'; items: Item[]; pool: Item[]; missing: number }

/** The name of this load in `useLoadFailure`. */
export const itemsLoadName = 'items of a link'

/** Loads the items of a link. */
export function useLinkedItems(
  link: QuizLink,
  topics: readonly LinkTopic[],
  loadItems: LoadItems,
): LinkedItems {
  const [loaded, setLoaded] = useState<LinkedItems>({ kind: 'loading' })
  useEffect(() => {
    const abortController = new AbortController()
    const { signal } = abortController
    loadLinkedItems(link, topics, loadItems, signal).then(
      (ready) => !signal.aborted && setLoaded(ready),
      // Rejects only when it is aborted.
      () => undefined,
    )
    return () => abortController.abort()
  }, [link, topics, loadItems])
  return loaded
}

async function loadLinkedItems(
  link: QuizLink,
  topics: readonly LinkTopic[],
  loadItems: LoadItems,
  signal: AbortSignal,
): Promise<LinkedItems> {
  const lessonIds = lessonIdsOfLink(link)
  const known = topics.filter(({ id }) => lessonIds.includes(id))
  const lists = known.map(({ id, quiz }) =>
    loadWithRetry(itemsLoadName, () => loadItems({ id, quiz }), { address: quiz, signal }),
  )
  const pool = (await Promise.all(lists)).flat()
  const { items, missing } = itemsOfLink(link, pool)
  const missingIds = link.selection.kind === 'items' ? missing.length : lessonIds.length - known.length
  return { kind: 'ready', items, pool, missing: missingIds }
}

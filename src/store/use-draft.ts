import { useEffect, useState } from 'react'
import { gradeItem } from '#domain/quiz/grading.ts'
import type { Item } from '#domain/quiz/item.ts'
import type { ItemResponse } from '#domain/quiz/item-schema.ts'
import { drafts } from './drafts.ts'

/** The draft response to an item, which survives a reload. `key`: see `domain/quiz/drafts.ts`. */
export function useDraft(key: string, item: Item) {
  const [draft, setDraft] = useState<ItemResponse>()
  useEffect(() => {
    // Only in an effect, because the first render must match the server's.
    const storedDraft = drafts.get(key)
    // The item may have changed since.
    if (storedDraft !== undefined && gradeItem(item, storedDraft))
      setDraft((current) => current ?? storedDraft)
  }, [key, item])
  return {
    draft,
    saveDraft(response: ItemResponse) {
      setDraft(response)
      drafts.set(key, response)
    },
    discardDraft() {
      setDraft(undefined)
      drafts.drop(key)
    },
  }
}

import { useEffect, useState } from 'react'
import type { Response } from '#domain/quiz/common.ts'
import { gradeItem } from '#domain/quiz/grading.ts'
import type { Item } from '#domain/quiz/item.ts'
import { drafts } from './drafts.ts'

/** The answer to an item that is not checked yet, there again after a reload. `key`: see `domain/quiz/drafts.ts`. */
export function useDraft(key: string, item: Item) {
  const [draft, setDraft] = useState<Response>()
  useEffect(() => {
    // Only now: the first render must be the server's.
    const kept = drafts.get(key)
    // The item may have been rewritten since.
    if (kept !== undefined && gradeItem(item, kept)) setDraft((current) => current ?? kept)
  }, [key, item])
  return {
    draft,
    keepDraft(response: Response) {
      setDraft(response)
      drafts.set(key, response)
    },
    dropDraft() {
      setDraft(undefined)
      drafts.drop(key)
    },
  }
}

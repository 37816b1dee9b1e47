import { useEffect, useState } from 'react'
import { drafts } from './drafts.ts'

/** Text that was typed into a field and not sent yet; it survives a reload. `key`: see `domain/quiz/drafts.ts`. */
export function useTextDraft(key: string) {
  const [text, setText] = useState('')
  useEffect(() => {
    // Only in an effect, because the first render must match the server's.
    const storedDraft = drafts.get(key)
    if (typeof storedDraft === 'string') setText((current) => current || storedDraft)
  }, [key])
  return {
    text,
    saveDraft(typed: string) {
      setText(typed)
      if (typed === '') drafts.drop(key)
      else drafts.set(key, typed)
    },
    discardDraft() {
      drafts.drop(key)
    },
  }
}

import { onPageHide } from '#platform/page-visibility.ts'
import { browserStorage } from '#platform/storage.ts'
import { createDrafts } from './create-drafts.ts'
import { saveUnsavedProgress } from './progress.ts'
import { reportDraftsStatus } from './save-status.ts'

/** Milliseconds after the last keystroke before drafts are written. */
const pauseMillis = 400

let timer: ReturnType<typeof setTimeout> | undefined
let isListening = false

/** Does not depend on the rules of items, because pages without quizzes drop drafts too. */
export const drafts = createDrafts(browserStorage(), () => {
  if (!isListening) onPageHide(flush)
  isListening = true
  clearTimeout(timer)
  timer = setTimeout(flush, pauseMillis)
})

function flush(): void {
  clearTimeout(timer)
  const outcome = drafts.flush()
  reportDraftsStatus(outcome.kind === 'written' ? undefined : outcome)
  // If there is room for drafts, there may be room for progress.
  if (outcome.kind === 'written') saveUnsavedProgress()
}

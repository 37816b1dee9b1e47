import { onPageHide } from '#platform/page-hide.ts'
import { browserStorage } from '#platform/storage.ts'
import { createDrafts } from './create-drafts.ts'

/** Who types is not done: a write for each pause, not for each key. */
const pauseMillis = 400

let timer: ReturnType<typeof setTimeout> | undefined
let isListening = false

/** Without the rules of items: pages that ask nothing drop drafts too. */
export const drafts = createDrafts(browserStorage(), () => {
  if (!isListening) onPageHide(flush)
  isListening = true
  clearTimeout(timer)
  timer = setTimeout(flush, pauseMillis)
})

function flush(): void {
  clearTimeout(timer)
  drafts.flush()
}

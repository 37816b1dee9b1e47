import { useStore } from 'zustand'
import type { Progress } from '#domain/progress/progress.ts'
import { now } from '#platform/clock.ts'
import { browserStorage } from '#platform/storage.ts'
import { createProgressStore } from './create-progress-store.ts'
import { reportQuarantine, reportSaveStatus } from './save-status.ts'

const {
  store,
  change: updateProgress,
  changeIfStored: updateProgressIfSaved,
  start,
} = createProgressStore({
  storage: browserStorage(),
  now,
  onSaving: reportSaveStatus,
  onSetAside: reportQuarantine,
})

/** For slices and tests; components use `useProgress`. */
export { store as progressStore, updateProgress, updateProgressIfSaved }

/** Called once in the browser, by the app's root after its first render; never on the server. */
export const startProgress = start

/**
 * A value of the document, empty on the server and at hydration. Select what is stored and derive in render:
 * a selector that builds a new array or object renders for ever.
 */
export function useProgress<T>(selector: (progress: Progress) => T): T {
  return useStore(store, selector)
}

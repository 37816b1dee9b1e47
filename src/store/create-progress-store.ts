import { persist } from 'zustand/middleware'
import { createStore } from 'zustand/vanilla'
import { mergeProgress } from '#domain/progress/merge.ts'
import { parseProgress } from '#domain/progress/parse.ts'
import { emptyProgress, type Progress, progressVersion } from '#domain/progress/progress.ts'
import type { TextStorage, Written } from '#platform/storage.ts'
import { progressKey } from './asides.ts'
import { progressStorage, type Surroundings } from './progress-storage.ts'

/** The store over any storage and clock; `progress.ts` makes the one that the site uses. */
export function createProgressStore(surroundings: Surroundings) {
  const store = createStore<Progress>()(
    persist(() => emptyProgress, {
      name: progressKey,
      version: progressVersion,
      storage: progressStorage(surroundings),
      // Pages are prerendered: the first render in the browser must be the server's, without progress.
      skipHydration: true,
      merge: (stored, current) =>
        // `persist` hands over as `unknown` what `getItem` returned: a parsed document or nothing.
        stored ? mergeProgress(current, stored as Progress).progress : current,
      // Without this `persist` swallows an error of ours, and progress would just not be there.
      onRehydrateStorage: () => (_progress, error) => {
        if (error) queueMicrotask(() => Promise.reject(error))
      },
    }),
  )

  /** Takes in what is stored. Our storage answers at once, so all is done when this returns. */
  function refresh(): void {
    void store.persist.rehydrate()
  }

  return {
    store,
    /**
     * The way of every action: look what another tab stored, change that, store it. Time is read here, at
     * the edge, and given to the pure `apply`.
     */
    change(apply: (progress: Progress, now: number) => Progress): void {
      refresh()
      store.setState(apply(store.getState(), surroundings.now()), true)
    },
    /** Loads what is stored and follows other tabs. Returns what ends that. */
    start(): () => void {
      refresh()
      return surroundings.storage.onChange((written) => {
        refresh()
        // Two tabs can write at the same moment, the later without a word of the earlier. Each then hears
        // of the other's text, and whoever knows more than it writes the union; `setState` stores.
        store.setState((progress) => withWritten(progress, written, surroundings.storage), true)
      })
    },
  }
}

/** With what another tab wrote, if that is progress: the tab may be closed, and its text be written over. */
function withWritten(progress: Progress, written: Written | undefined, storage: TextStorage): Progress {
  if (written?.key !== progressKey) return progress
  const found = storage.read(progressKey)
  // Mostly it still stands there, and has been taken in: it need not be parsed once more.
  if (found.kind === 'text' && found.text === written.text) return progress
  const opened = parseProgress(written.text)
  return opened.kind === 'ok' ? mergeProgress(progress, opened.progress).progress : progress
}

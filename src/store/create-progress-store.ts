import { createStore } from 'zustand/vanilla'
import { mergeProgress } from '#domain/progress/merge.ts'
import { parseProgress } from '#domain/progress/parse.ts'
import { emptyProgress, type Progress } from '#domain/progress/progress.ts'
import { clampFutureTimestamps, nextTimestamp } from '#domain/progress/timestamps.ts'
import type { StorageChange } from '#platform/storage.ts'
import { createProgressStorage, type StoreDependencies, type StoredProgress } from './progress-storage.ts'
import { progressKey } from './quarantine.ts'
import type { SaveStatus } from './save-status.ts'

/** One thing that a learner did. `now` is later than all that `progress` holds. */
export type ProgressUpdate = (progress: Progress, now: number) => Progress

/** The store over any storage and clock; `progress.ts` makes the one that the site uses. */
export function createProgressStore(dependencies: StoreDependencies) {
  const { onSaving } = dependencies
  // Pages are prerendered: the first render in the browser must be the server's, without progress.
  const store = createStore<Progress>(() => emptyProgress)
  const { readStored, save, saved } = createProgressStorage(dependencies)

  /** What is here and what is stored, as one; the stored object where this tab knows no more. */
  function mergeWithStored(stored: StoredProgress, now: number): Progress {
    const here = clampFutureTimestamps(store.getState(), now)
    if (stored.kind === 'closed' || here === stored.progress) return here
    return mergeProgress(stored.progress, here).progress
  }

  function saveIfChanged(progress: Progress, stored: StoredProgress, now: number): SaveStatus {
    if (stored.kind === 'closed') return stored.saving
    return stored.isExact && progress === stored.progress ? saved() : save(progress, now)
  }

  /** Takes in what is stored and what another tab wrote; writes only where neither has all of it. */
  function refresh(written?: StorageChange): void {
    const now = dependencies.now()
    const stored = readStored(now)
    const progress = mergeOtherTab(mergeWithStored(stored, now), written, stored, now)
    store.setState(progress, true)
    onSaving(saveIfChanged(progress, stored, now))
  }

  /** One read, one change, one write. Time is read here, at the edge, and given to the pure `act`. */
  function applyUpdate(update: ProgressUpdate): { progress: Progress; commit: () => SaveStatus } {
    const now = dependencies.now()
    const stored = readStored(now)
    const before = mergeWithStored(stored, now)
    const progress = update(before, nextTimestamp(before, now))
    return { progress, commit: () => saveIfChanged(progress, stored, now) }
  }

  return {
    store,
    /** The way of every act: look what another tab stored, change that, store it. */
    change(update: ProgressUpdate): void {
      const { progress, commit } = applyUpdate(update)
      store.setState(progress, true)
      onSaving(commit())
    },
    /**
     * As `change`, but only where it can be stored: otherwise it would look done, and a reload would undo it. Says
     * how it went; unless that is `saved`, nothing has changed.
     */
    changeIfStored(update: ProgressUpdate): SaveStatus {
      const { progress, commit } = applyUpdate(update)
      const saving = commit()
      if (saving.kind !== 'saved') return saving
      store.setState(progress, true)
      onSaving(saving)
      return saving
    },
    /** Loads what is stored and follows other tabs. Returns what ends that. */
    start(): () => void {
      refresh()
      return dependencies.storage.onChange(refresh)
    },
  }
}

/**
 * With what another tab wrote, if that is progress. Two tabs can write at the same moment, the later without a word of
 * the earlier, whose tab may be closed by then: whoever hears of the other's text joins it.
 */
function mergeOtherTab(
  progress: Progress,
  written: StorageChange | undefined,
  stored: StoredProgress,
  now: number,
): Progress {
  // Mostly it still stands there, and has been taken in: it need not be parsed once more.
  const isStored = stored.kind === 'open' && stored.text === written?.text
  if (written?.key !== progressKey || isStored) return progress
  const opened = parseProgress(written.text, now)
  return opened.kind === 'ok' ? mergeProgress(progress, opened.progress).progress : progress
}

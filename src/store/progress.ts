import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { mergeProgress } from '#domain/progress/merge.ts'
import { maxStoredLength, parseProgress, serializeProgress } from '#domain/progress/parse.ts'
import { emptyProgress, type Progress } from '#domain/progress/progress.ts'
import { clampFutureTimestamps, nextTimestamp } from '#domain/progress/timestamps.ts'
import { now } from '#platform/clock.ts'
import { browserStorage, type StorageChange, type TextStorage } from '#platform/storage.ts'
import { progressKey, quarantine } from './quarantine.ts'
import { type QuarantineEvent, reportQuarantine, reportSaveStatus, type SaveStatus } from './save-status.ts'

/** What the store needs of the world: storage, time, and someone to tell how saving goes. */
type StoreDependencies = {
  storage: TextStorage
  now: () => number
  onSaving: (saving: SaveStatus) => void
  onSetAside: (setAside: QuarantineEvent) => void
}

/**
 * What a look at the storage found. `text` is what stands there, and `progress` what it says; `isExact` unless some of
 * its times had to be set right. `closed` says why nothing may be written.
 */
type StoredProgress =
  | { kind: 'open'; progress: Progress; text: string | undefined; isExact: boolean }
  | { kind: 'closed'; saving: SaveStatus }

/**
 * The place of the one document: unreadable text is set aside, what a newer version wrote is never touched.
 */
function createProgressStorage({ storage, onSetAside }: Pick<StoreDependencies, 'storage' | 'onSetAside'>) {
  let savedAt: number | undefined
  /** The text parsed or written last: most looks at the storage find it again, and parse nothing. */
  let lastParsed: { text: string; progress: Progress; isExact: boolean } | undefined

  function readStored(now: number): StoredProgress {
    const found = storage.read(progressKey)
    if (found.kind === 'forbidden') return { kind: 'closed', saving: { kind: 'forbidden' } }
    if (found.kind === 'nothing')
      return { kind: 'open', progress: emptyProgress, text: undefined, isExact: true }
    const { text } = found
    if (text === lastParsed?.text) {
      // What was credible by a clock that ran ahead may be so no longer.
      const progress = clampFutureTimestamps(lastParsed.progress, now)
      lastParsed = { text, progress, isExact: lastParsed.isExact && progress === lastParsed.progress }
      return { kind: 'open', ...lastParsed }
    }
    const opened = parseProgress(text, now)
    if (opened.kind === 'newer') return { kind: 'closed', saving: opened }
    if (opened.kind === 'ok') {
      lastParsed = { text, progress: opened.progress, isExact: !opened.isRedated }
      return { kind: 'open', ...lastParsed }
    }
    const key = quarantine(storage, text)
    if (!key) return { kind: 'closed', saving: { kind: 'stuck', reason: opened.reason } }
    onSetAside({ key, reason: opened.reason })
    return { kind: 'open', progress: emptyProgress, text: undefined, isExact: true }
  }

  /** Writes the document, once. What stands there stays where that fails. */
  function save(progress: Progress, now: number): SaveStatus {
    const text = serializeProgress(progress)
    if (text.length > maxStoredLength) return { kind: 'full' }
    const outcome = storage.write(progressKey, text)
    if (outcome.kind !== 'written') return outcome
    lastParsed = { text, progress, isExact: true }
    savedAt = now
    return { kind: 'saved', at: savedAt }
  }

  return { readStored, save, saved: (): SaveStatus => ({ kind: 'saved', at: savedAt }) }
}

/** One thing that a learner did. `now` is later than all that `progress` holds. */
type ProgressUpdate = (progress: Progress, now: number) => Progress

/** The store over any storage and clock; the one that the site uses is below. */
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

import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { mergeProgress } from '#domain/progress/merge.ts'
import { maxStoredLength, parseProgress, serializeProgress } from '#domain/progress/parse.ts'
import { emptyProgress, type Progress } from '#domain/progress/progress.ts'
import { clampFutureTimestamps, nextTimestamp } from '#domain/progress/timestamps.ts'
import { now } from '#platform/clock.ts'
import { onPageShowOrHide } from '#platform/page-visibility.ts'
import { browserStorage, type StorageChange, type TextStorage } from '#platform/storage.ts'
import { progressKey, quarantine } from './quarantine.ts'
import { type QuarantineEvent, reportQuarantine, reportSaveStatus, type SaveStatus } from './save-status.ts'

/** What the store depends on: storage, a clock, and callbacks for the save status. */
type StoreDependencies = {
  storage: TextStorage
  now: () => number
  onSaveStatus: (saveStatus: SaveStatus) => void
  onQuarantine: (event: QuarantineEvent) => void
}

/**
 * What was found in storage: the text and the progress parsed from it. `matchesText` is false if timestamps had to be
 * corrected. `blocked` says why nothing may be written.
 */
type StoredProgress =
  | { kind: 'loaded'; progress: Progress; text: string | undefined; matchesText: boolean }
  | { kind: 'blocked'; saveStatus: SaveStatus }

/** Reads and writes the progress document. Unreadable text is quarantined; a newer version's text is never changed. */
function createProgressStorage({
  storage,
  onQuarantine,
}: Pick<StoreDependencies, 'storage' | 'onQuarantine'>) {
  let savedAt: number | undefined
  /** The text last parsed or written; most reads find it unchanged and need not parse it again. */
  let lastParsed: { text: string; progress: Progress; matchesText: boolean } | undefined

  function readStored(now: number): StoredProgress {
    const found = storage.read(progressKey)
    if (found.kind === 'forbidden') return { kind: 'blocked', saveStatus: { kind: 'forbidden' } }
    if (found.kind === 'nothing')
      return { kind: 'loaded', progress: emptyProgress, text: undefined, matchesText: true }
    const { text } = found
    if (text === lastParsed?.text) {
      // Timestamps that were plausible while the clock was ahead may no longer be.
      const progress = clampFutureTimestamps(lastParsed.progress, now)
      lastParsed = { text, progress, matchesText: lastParsed.matchesText && progress === lastParsed.progress }
      return { kind: 'loaded', ...lastParsed }
    }
    const opened = parseProgress(text, now)
    if (opened.kind === 'newer') return { kind: 'blocked', saveStatus: opened }
    if (opened.kind === 'ok') {
      lastParsed = { text, progress: opened.progress, matchesText: !opened.isClamped }
      return { kind: 'loaded', ...lastParsed }
    }
    const key = quarantine(storage, text)
    if (!key) return { kind: 'blocked', saveStatus: { kind: 'unrecoverable', reason: opened.reason } }
    onQuarantine({ key, reason: opened.reason })
    return { kind: 'loaded', progress: emptyProgress, text: undefined, matchesText: true }
  }

  /** Writes the document. If that fails, the stored text stays. */
  function save(progress: Progress, now: number): SaveStatus {
    const text = serializeProgress(progress)
    if (text.length > maxStoredLength) return { kind: 'full' }
    const outcome = storage.write(progressKey, text)
    if (outcome.kind !== 'written') return outcome
    lastParsed = { text, progress, matchesText: true }
    savedAt = now
    return { kind: 'saved', at: savedAt }
  }

  return { readStored, save, saved: (): SaveStatus => ({ kind: 'saved', at: savedAt }) }
}

/** A pure update of progress. `now` is later than every timestamp in `progress`. */
type ProgressUpdate = (progress: Progress, now: number) => Progress

/** Creates the store for any storage and clock; the one that the site uses is below. */
export function createProgressStore(dependencies: StoreDependencies) {
  let hasFailed = false
  const onSaveStatus = (saveStatus: SaveStatus) => {
    hasFailed = saveStatus.kind !== 'saved'
    dependencies.onSaveStatus(saveStatus)
  }
  // Pages are prerendered, so the first render in the browser must match the server’s, which has no progress.
  const store = createStore<Progress>(() => emptyProgress)
  const { readStored, save, saved } = createProgressStorage(dependencies)

  /** Merges the store with stored progress; returns the stored object if this tab has nothing to add. */
  function mergeWithStored(stored: StoredProgress, now: number): Progress {
    const ownProgress = clampFutureTimestamps(store.getState(), now)
    if (stored.kind === 'blocked' || ownProgress === stored.progress) return ownProgress
    return mergeProgress(stored.progress, ownProgress).progress
  }

  function saveIfChanged(progress: Progress, stored: StoredProgress, now: number): SaveStatus {
    if (stored.kind === 'blocked') return stored.saveStatus
    return stored.matchesText && progress === stored.progress ? saved() : save(progress, now)
  }

  /** Merges what is stored and what another tab wrote; writes only if neither has everything. */
  function refresh(written?: StorageChange): void {
    const now = dependencies.now()
    const stored = readStored(now)
    const progress = mergeOtherTab(mergeWithStored(stored, now), written, stored, now)
    store.setState(progress, true)
    onSaveStatus(saveIfChanged(progress, stored, now))
  }

  /** One read, one update, one write. Reads the clock here and passes the time to the pure `update`. */
  function applyUpdate(update: ProgressUpdate): { progress: Progress; commit: () => SaveStatus } {
    const now = dependencies.now()
    const stored = readStored(now)
    const before = mergeWithStored(stored, now)
    const progress = update(before, nextTimestamp(before, now))
    return { progress, commit: () => saveIfChanged(progress, stored, now) }
  }

  return {
    store,
    /** Applies an update to what is stored, which may include another tab's changes, and saves it. */
    change(update: ProgressUpdate): void {
      const { progress, commit } = applyUpdate(update)
      store.setState(progress, true)
      onSaveStatus(commit())
    },
    /**
     * Like `change`, but only if the result can be saved; otherwise a reload would undo it. Unless the returned
     * status is `saved`, nothing has changed.
     */
    changeIfStored(update: ProgressUpdate): SaveStatus {
      const { progress, commit } = applyUpdate(update)
      const saveStatus = commit()
      if (saveStatus.kind !== 'saved') return saveStatus
      store.setState(progress, true)
      onSaveStatus(saveStatus)
      return saveStatus
    },
    /** Tries again to save what could not be saved, because room may have been made in the meantime. */
    saveUnsaved(): void {
      if (hasFailed) refresh()
    },
    /** Loads stored progress and follows other tabs. Returns a function that stops it. */
    start(): () => void {
      refresh()
      return dependencies.storage.onChange(refresh)
    },
  }
}

/**
 * Merges what another tab wrote, if it is progress. Two tabs can write at the same moment, and the last write wins,
 * so the other tab's text is merged.
 */
function mergeOtherTab(
  progress: Progress,
  written: StorageChange | undefined,
  stored: StoredProgress,
  now: number,
): Progress {
  // Usually the text is already stored and merged, and need not be parsed again.
  const isStored = stored.kind === 'loaded' && stored.text === written?.text
  if (written?.key !== progressKey || isStored) return progress
  const opened = parseProgress(written.text, now)
  return opened.kind === 'ok' ? mergeProgress(progress, opened.progress).progress : progress
}

const {
  store,
  change: updateProgress,
  changeIfStored: updateProgressIfSaved,
  saveUnsaved: saveUnsavedProgress,
  start,
} = createProgressStore({
  storage: browserStorage(),
  now,
  onSaveStatus: reportSaveStatus,
  onQuarantine: reportQuarantine,
})

/** For store modules and tests; components use `useProgress`. */
export { saveUnsavedProgress, store as progressStore, updateProgress, updateProgressIfSaved }

/** Called once in the browser, by the app's root after its first render; never on the server. */
export function startProgress(): () => void {
  const stops = [start(), onPageShowOrHide(saveUnsavedProgress)]
  return () => {
    for (const stop of stops) stop()
  }
}

/**
 * Selects a value of progress, which is empty on the server and during hydration. Select stored values and derive in
 * render: a selector that creates a new array or object causes an endless loop.
 */
export function useProgress<T>(selector: (progress: Progress) => T): T {
  return useStore(store, selector)
}

import { maxStoredLength, parseProgress, serializeProgress } from '#domain/progress/parse.ts'
import { emptyProgress, type Progress } from '#domain/progress/progress.ts'
import { clampFutureTimestamps } from '#domain/progress/timestamps.ts'
import type { TextStorage } from '#platform/storage.ts'
import { progressKey, quarantine } from './quarantine.ts'
import type { QuarantineEvent, SaveStatus } from './save-status.ts'

/** What the store needs of the world: storage, time, and someone to tell how saving goes. */
export type StoreDependencies = {
  storage: TextStorage
  now: () => number
  onSaving: (saving: SaveStatus) => void
  onSetAside: (setAside: QuarantineEvent) => void
}

/**
 * What a look at the storage found. `text` is what stands there, and `progress` what it says; `isExact` unless some of
 * its times had to be set right. `closed` says why nothing may be written.
 */
export type StoredProgress =
  | { kind: 'open'; progress: Progress; text: string | undefined; isExact: boolean }
  | { kind: 'closed'; saving: SaveStatus }

/**
 * The place of the one document: unreadable text is set aside, what a newer version wrote is never touched.
 */
export function createProgressStorage({
  storage,
  onSetAside,
}: Pick<StoreDependencies, 'storage' | 'onSetAside'>) {
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

import { maxStoredLength, parseProgress, serializeProgress } from '#domain/progress/parse.ts'
import { emptyProgress, type Progress } from '#domain/progress/progress.ts'
import { withCredibleTimes } from '#domain/progress/times.ts'
import type { TextStorage } from '#platform/storage.ts'
import { progressKey, setAside } from './asides.ts'
import type { Saving, SetAside } from './storage-status.ts'

/** What the store needs of the world: storage, time, and someone to tell how saving goes. */
export type Surroundings = {
  storage: TextStorage
  now: () => number
  onSaving: (saving: Saving) => void
  onSetAside: (setAside: SetAside) => void
}

/**
 * What a look at the storage found. `text` is what stands there, and `progress` what it says; `isExact` unless some of
 * its times had to be set right. `closed` says why nothing may be written.
 */
export type Stored =
  | { kind: 'open'; progress: Progress; text: string | undefined; isExact: boolean }
  | { kind: 'closed'; saving: Saving }

/**
 * The place of the one document: unreadable text is set aside, what a newer version wrote is never touched.
 */
export function progressStorage({ storage, onSetAside }: Pick<Surroundings, 'storage' | 'onSetAside'>) {
  let savedAt: number | undefined
  /** The text parsed or written last: most looks at the storage find it again, and parse nothing. */
  let known: { text: string; progress: Progress; isExact: boolean } | undefined

  function look(now: number): Stored {
    const found = storage.read(progressKey)
    if (found.kind === 'forbidden') return { kind: 'closed', saving: { kind: 'forbidden' } }
    if (found.kind === 'nothing')
      return { kind: 'open', progress: emptyProgress, text: undefined, isExact: true }
    const { text } = found
    if (text === known?.text) {
      // What was credible by a clock that ran ahead may be so no longer.
      const progress = withCredibleTimes(known.progress, now)
      known = { text, progress, isExact: known.isExact && progress === known.progress }
      return { kind: 'open', ...known }
    }
    const opened = parseProgress(text, now)
    if (opened.kind === 'newer') return { kind: 'closed', saving: opened }
    if (opened.kind === 'ok') {
      known = { text, progress: opened.progress, isExact: !opened.isRedated }
      return { kind: 'open', ...known }
    }
    const key = setAside(storage, text)
    if (!key) return { kind: 'closed', saving: { kind: 'stuck', reason: opened.reason } }
    onSetAside({ key, reason: opened.reason })
    return { kind: 'open', progress: emptyProgress, text: undefined, isExact: true }
  }

  /** Writes the document, once. What stands there stays where that fails. */
  function save(progress: Progress, now: number): Saving {
    const text = serializeProgress(progress)
    if (text.length > maxStoredLength) return { kind: 'full' }
    const outcome = storage.write(progressKey, text)
    if (outcome.kind !== 'written') return outcome
    known = { text, progress, isExact: true }
    savedAt = now
    return { kind: 'saved', at: savedAt }
  }

  return { look, save, saved: (): Saving => ({ kind: 'saved', at: savedAt }) }
}

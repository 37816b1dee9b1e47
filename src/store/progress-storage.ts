import type { PersistStorage } from 'zustand/middleware'
import { mergeProgress } from '#domain/progress/merge.ts'
import { maxStoredLength, parseProgress, serializeProgress } from '#domain/progress/parse.ts'
import { emptyProgress, type Progress } from '#domain/progress/progress.ts'
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

type Stored = { kind: 'nothing' } | { kind: 'ok'; progress: Progress } | { kind: 'closed'; saving: Saving }

/**
 * The storage under zustand's `persist`, which by itself overwrites whatever it can't read. This one parses
 * first, sets unreadable text aside, never touches what a newer version wrote, and joins what it writes with
 * what another tab wrote meanwhile.
 */
export function progressStorage({
  storage,
  now,
  onSaving,
  onSetAside,
}: Surroundings): PersistStorage<Progress, void> {
  let savedAt: number | undefined
  /** The text parsed or written last: most looks at the storage find it again, and parse nothing. */
  let known: { text: string; progress: Progress } | undefined

  function load(): Stored {
    const found = storage.read(progressKey)
    if (found.kind === 'forbidden') return { kind: 'closed', saving: { kind: 'forbidden' } }
    if (found.kind === 'nothing') return { kind: 'nothing' }
    if (found.text === known?.text) return { kind: 'ok', progress: known.progress }
    const opened = parseProgress(found.text)
    if (opened.kind === 'newer') return { kind: 'closed', saving: opened }
    if (opened.kind === 'ok') {
      known = { text: found.text, progress: opened.progress }
      return opened
    }
    const key = setAside(storage, found.text)
    if (!key) return { kind: 'closed', saving: { kind: 'stuck', reason: opened.reason } }
    onSetAside({ key, reason: opened.reason })
    return { kind: 'nothing' }
  }

  function save(progress: Progress): Saving {
    const text = serializeProgress(progress)
    if (text.length > maxStoredLength) return { kind: 'full' }
    const outcome = storage.write(progressKey, text)
    if (outcome.kind !== 'written') return outcome
    known = { text, progress }
    savedAt = now()
    return { kind: 'saved', at: savedAt }
  }

  return {
    getItem() {
      const stored = load()
      onSaving(stored.kind === 'closed' ? stored.saving : { kind: 'saved', at: savedAt })
      return stored.kind === 'ok' ? { state: stored.progress, version: stored.progress.version } : null
    },
    setItem(_name, { state }) {
      const stored = load()
      if (stored.kind === 'closed') return onSaving(stored.saving)
      const before = stored.kind === 'ok' ? stored.progress : emptyProgress
      const progress = mergeProgress(before, state).progress
      onSaving(progress === before ? { kind: 'saved', at: savedAt } : save(progress))
    },
    removeItem() {
      storage.remove(progressKey)
    },
  }
}

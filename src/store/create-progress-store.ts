import { createStore } from 'zustand/vanilla'
import { mergeProgress } from '#domain/progress/merge.ts'
import { parseProgress } from '#domain/progress/parse.ts'
import { emptyProgress, type Progress } from '#domain/progress/progress.ts'
import { nextMoment, withCredibleTimes } from '#domain/progress/times.ts'
import type { Written } from '#platform/storage.ts'
import { progressKey } from './asides.ts'
import { progressStorage, type Stored, type Surroundings } from './progress-storage.ts'
import type { Saving } from './storage-status.ts'

/** One thing that a learner did. `now` is later than all that `progress` holds. */
export type Act = (progress: Progress, now: number) => Progress

/** The store over any storage and clock; `progress.ts` makes the one that the site uses. */
export function createProgressStore(surroundings: Surroundings) {
  const { onSaving } = surroundings
  // Pages are prerendered: the first render in the browser must be the server's, without progress.
  const store = createStore<Progress>(() => emptyProgress)
  const { look, save, saved } = progressStorage(surroundings)

  /** What is here and what is stored, as one; the stored object where this tab knows no more. */
  function joined(stored: Stored, now: number): Progress {
    const here = withCredibleTimes(store.getState(), now)
    if (stored.kind === 'closed' || here === stored.progress) return here
    return mergeProgress(stored.progress, here).progress
  }

  function keep(progress: Progress, stored: Stored, now: number): Saving {
    if (stored.kind === 'closed') return stored.saving
    return stored.isExact && progress === stored.progress ? saved() : save(progress, now)
  }

  /** Takes in what is stored and what another tab wrote; writes only where neither has all of it. */
  function refresh(written?: Written): void {
    const now = surroundings.now()
    const stored = look(now)
    const progress = withWritten(joined(stored, now), written, stored, now)
    store.setState(progress, true)
    onSaving(keep(progress, stored, now))
  }

  /** One read, one change, one write. Time is read here, at the edge, and given to the pure `act`. */
  function done(act: Act): { progress: Progress; keepIt: () => Saving } {
    const now = surroundings.now()
    const stored = look(now)
    const before = joined(stored, now)
    const progress = act(before, nextMoment(before, now))
    return { progress, keepIt: () => keep(progress, stored, now) }
  }

  return {
    store,
    /** The way of every act: look what another tab stored, change that, store it. */
    change(act: Act): void {
      const { progress, keepIt } = done(act)
      store.setState(progress, true)
      onSaving(keepIt())
    },
    /**
     * As `change`, but only where it can be stored: otherwise it would look done, and a reload would undo it. Says
     * how it went; unless that is `saved`, nothing has changed.
     */
    changeIfStored(act: Act): Saving {
      const { progress, keepIt } = done(act)
      const saving = keepIt()
      if (saving.kind !== 'saved') return saving
      store.setState(progress, true)
      onSaving(saving)
      return saving
    },
    /** Loads what is stored and follows other tabs. Returns what ends that. */
    start(): () => void {
      refresh()
      return surroundings.storage.onChange(refresh)
    },
  }
}

/**
 * With what another tab wrote, if that is progress. Two tabs can write at the same moment, the later without a word of
 * the earlier, whose tab may be closed by then: whoever hears of the other's text joins it.
 */
function withWritten(
  progress: Progress,
  written: Written | undefined,
  stored: Stored,
  now: number,
): Progress {
  // Mostly it still stands there, and has been taken in: it need not be parsed once more.
  const isStored = stored.kind === 'open' && stored.text === written?.text
  if (written?.key !== progressKey || isStored) return progress
  const opened = parseProgress(written.text, now)
  return opened.kind === 'ok' ? mergeProgress(progress, opened.progress).progress : progress
}

import { maxTimestamp } from '../max-timestamp.ts'
import type { Progress } from './progress.ts'

type ResetEpoch = Progress['era']

/** The timestamp before which a reset drops entries. */
export function cutoffOf({ at, cut }: ResetEpoch): number {
  return cut ?? at
}

/** The epoch that a reset at `timestamp` starts. */
export function nextResetEpoch(era: ResetEpoch, timestamp: number): ResetEpoch {
  const next = { number: era.number + 1, at: Math.min(Math.max(timestamp, era.at + 1), maxTimestamp) }
  return era.cut === undefined || next.at === timestamp
    ? next
    : { ...next, cut: Math.max(timestamp, era.cut + 1) }
}

/** Merges two versions of one epoch; returns the same object `a` if `b` adds nothing. */
function mergeEqualEpochs(a: ResetEpoch, b: ResetEpoch): ResetEpoch {
  const number = Math.max(a.number, b.number)
  const cutoff = Math.min(cutoffOf(a), cutoffOf(b))
  if (number === a.number && cutoff === cutoffOf(a)) return a
  return { number, at: a.at, ...(cutoff !== a.at && { cut: cutoff }) }
}

/** The later of two epochs. */
export function laterResetEpoch(a: ResetEpoch, b: ResetEpoch): ResetEpoch {
  if (a.at === b.at) return mergeEqualEpochs(a, b)
  return a.at > b.at ? a : b
}

/** Drops what was done before this epoch, except settings. */
export function dropBeforeEpoch(era: ResetEpoch, progress: Progress): Progress {
  const cutoff = cutoffOf(era)
  const isLater = (time: number) => time >= cutoff
  return {
    ...progress,
    era,
    answers: progress.answers.filter(({ at }) => isLater(at)),
    opened: filterValues(progress.opened, isLater),
    read: filterValues(progress.read, ({ at }) => isLater(at)),
    bookmarks: filterValues(progress.bookmarks, ({ at }) => isLater(at)),
    labs: filterValues(progress.labs, isLater),
    sessions: filterValues(progress.sessions, ({ at }) => isLater(at)),
    results: filterValues(progress.results, ({ at }) => isLater(at)),
  }
}

function filterValues<T>(record: Record<string, T>, predicate: (value: T) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => predicate(value)))
}

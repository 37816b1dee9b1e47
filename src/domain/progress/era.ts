import { latestTime, type Progress } from './progress.ts'

type Era = Progress['era']

/** What was done before this time is forgotten wherever a document meets one of this era. */
export function cutOf({ at, cut }: Era): number {
  return cut ?? at
}

/** The era that begins with a reset at `moment`. */
export function nextEra(era: Era, moment: number): Era {
  const next = { number: era.number + 1, at: Math.min(Math.max(moment, era.at + 1), latestTime) }
  return era.cut === undefined || next.at === moment ? next : { ...next, cut: Math.max(moment, era.cut + 1) }
}

/** One era known to two documents; the very object `a` when `b` knows nothing else of it. */
function sameEra(a: Era, b: Era): Era {
  const number = Math.max(a.number, b.number)
  const cut = Math.min(cutOf(a), cutOf(b))
  if (number === a.number && cut === cutOf(a)) return a
  return { number, at: a.at, ...(cut !== a.at && { cut }) }
}

/** The era of two documents together: the later one. */
export function laterEra(a: Era, b: Era): Era {
  if (a.at === b.at) return sameEra(a, b)
  return a.at > b.at ? a : b
}

/** What of a document of an earlier era stays in this one: what was done since. Settings are of no era. */
export function since(era: Era, progress: Progress): Progress {
  const cut = cutOf(era)
  const isLater = (time: number) => time >= cut
  return {
    ...progress,
    era,
    answers: progress.answers.filter(({ at }) => isLater(at)),
    opened: withValues(progress.opened, isLater),
    read: withValues(progress.read, ({ at }) => isLater(at)),
    bookmarks: withValues(progress.bookmarks, ({ at }) => isLater(at)),
    labs: withValues(progress.labs, isLater),
    sessions: withValues(progress.sessions, ({ at }) => isLater(at)),
    results: withValues(progress.results, ({ at }) => isLater(at)),
  }
}

function withValues<T>(record: Record<string, T>, isKept: (value: T) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => isKept(value)))
}

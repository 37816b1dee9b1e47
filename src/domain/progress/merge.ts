import { mergeAnswers } from './answer-list.ts'
import { latestAttempts } from './attempts.ts'
import type { Progress } from './progress.ts'
import { dropBeforeEpoch, laterResetEpoch } from './reset-epoch.ts'
import { latestResults, mergeResult } from './saved-results.ts'

/** What a document gained from another: counts of new or newer entries. */
export type MergeReport = {
  answers: number
  /** Lessons finished, or no longer finished. */
  read: number
  /** Lessons and notes opened, or opened later. */
  opened: number
  bookmarks: number
  /** Steps of labs passed, or passed again later. */
  labs: number
  settings: number
  /** Attempts started, continued, finished or discarded. */
  sessions: number
  /** Results of quiz links saved or deleted. */
  results: number
}

export function isEmptyReport(report: MergeReport): boolean {
  return Object.values(report).every((count) => count === 0)
}

/** With equal timestamps the content decides, so that both sides of a merge choose the same. */
function newer<T extends { at: number }>(a: T, b: T): T {
  if (a.at !== b.at) return a.at > b.at ? a : b
  return JSON.stringify(a) >= JSON.stringify(b) ? a : b
}

function later(a: number, b: number): number {
  return Math.max(a, b)
}

type Merged<T> = { value: T; changed: number }

/** `a` with what is new or preferred in `b`; the same object `a` if there is nothing. */
function mergeRecords<T>(
  a: Record<string, T>,
  b: Record<string, T>,
  preferred: (a: T, b: T) => T,
): Merged<Record<string, T>> {
  const changedEntries = Object.entries(b).flatMap(([key, value]) => {
    // A file may have an entry named `toString`, which every object inherits.
    const own = Object.hasOwn(a, key) ? a[key] : undefined
    const next = own === undefined || own === value ? value : preferred(own, value)
    return next === own ? [] : [[key, next] as const]
  })
  return {
    value: changedEntries.length === 0 ? a : { ...a, ...Object.fromEntries(changedEntries) },
    changed: changedEntries.length,
  }
}

/** Merges records, keeps the latest entries, and counts those that changed. */
function mergeLatest<T>(
  a: Record<string, T>,
  b: Record<string, T>,
  preferred: (a: T, b: T) => T,
  latestOf: (record: Record<string, T>) => Record<string, T>,
): Merged<Record<string, T>> {
  const value = latestOf(mergeRecords(a, b, preferred).value)
  const changed = Object.keys(value).filter((key) => value[key] !== a[key]).length
  return { value: changed === 0 ? a : value, changed }
}

function mergeSettings(a: Progress['settings'], b: Progress['settings']): Merged<Progress['settings']> {
  const role = a.role && b.role ? newer(a.role, b.role) : (a.role ?? b.role)
  const theme = a.theme && b.theme ? newer(a.theme, b.theme) : (a.theme ?? b.theme)
  const shortcuts =
    a.shortcuts && b.shortcuts ? newer(a.shortcuts, b.shortcuts) : (a.shortcuts ?? b.shortcuts)
  const changed = Number(role !== a.role) + Number(theme !== a.theme) + Number(shortcuts !== a.shortcuts)
  const value = { ...(role && { role }), ...(theme && { theme }), ...(shortcuts && { shortcuts }) }
  return { value: changed === 0 ? a : value, changed }
}

type Merge = { progress: Progress; report: MergeReport }

/** The union of both. Returns the same object `a` if `b` adds nothing. */
function mergeAll(a: Progress, b: Progress): Merge {
  const { answers, added } = mergeAnswers(a.answers, b.answers)
  const read = mergeRecords(a.read, b.read, newer)
  const opened = mergeRecords(a.opened, b.opened, later)
  const bookmarks = mergeRecords(a.bookmarks, b.bookmarks, newer)
  const labs = mergeRecords(a.labs, b.labs, later)
  const settings = mergeSettings(a.settings, b.settings)
  const sessions = mergeLatest(a.sessions, b.sessions, newer, latestAttempts)
  const results = mergeLatest(
    a.results,
    b.results,
    (ours, other) => mergeResult(ours, other, newer),
    latestResults,
  )
  const report = {
    answers: added,
    read: read.changed,
    opened: opened.changed,
    bookmarks: bookmarks.changed,
    labs: labs.changed,
    settings: settings.changed,
    sessions: sessions.changed,
    results: results.changed,
  }
  if (isEmptyReport(report)) return { progress: a, report }
  return {
    progress: {
      ...a,
      answers,
      opened: opened.value,
      read: read.value,
      bookmarks: bookmarks.value,
      labs: labs.value,
      settings: settings.value,
      sessions: sessions.value,
      results: results.value,
    },
    report,
  }
}

/**
 * Merges two documents: the union of answers, the newest of everything else. Entries from before the later of two resets
 * are dropped, except settings. It makes no difference whether the reset or the merge comes first, because an entry keeps
 * its latest timestamp. Commutative, associative and idempotent, so tabs may merge in any order and any number of times.
 * Both documents must have plausible timestamps (see `clampFutureTimestamps`).
 */
export function mergeProgress(a: Progress, b: Progress): Merge {
  const era = laterResetEpoch(a.era, b.era)
  if (a.era.at === b.era.at) {
    const { progress, report } = mergeAll(a, b)
    return { progress: era === a.era ? progress : { ...progress, era }, report }
  }
  if (era === a.era) return mergeAll(a, dropBeforeEpoch(era, b))
  return { progress: mergeAll(b, dropBeforeEpoch(era, a)).progress, report: mergeAll(a, b).report }
}

/**
 * `progress` with everything in `other`, whatever its reset epoch: a restored backup or an undo brings entries back that a
 * merge of two tabs would drop.
 */
export function replaceProgress(progress: Progress, other: Progress): Merge {
  return mergeAll(progress, other)
}

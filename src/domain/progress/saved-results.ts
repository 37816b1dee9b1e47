import { maxTimestamp } from '../max-timestamp.ts'
import { type Attempt, quizKeyOf } from '../quiz/attempt.ts'
import { compareEntries, latestEntries } from './latest-entries.ts'
import type { Progress } from './progress.ts'

type Results = Progress['results']
type Entry = Results[string]

/** A finished attempt of a quiz link. */
export type SavedResult = NonNullable<Entry['value']>

/**
 * The most finished attempts that are stored: ten a week for half a year. An attempt with twenty items takes about 3,000 of
 * the five million characters that a browser stores.
 */
export const maxSavedResults = 200

export function latestResults(results: Results): Results {
  return latestEntries(results, maxSavedResults)
}

/** The key of a finished attempt of a link; undefined for any other attempt. */
export function resultKey({ origin, startedAt, finishedAt }: Attempt): string | undefined {
  if (origin.kind !== 'link' || finishedAt === undefined) return undefined
  // One attempt finished in two tabs, with different answers, is two results.
  return `${quizKeyOf(origin)}@${startedAt}-${finishedAt}`
}

/**
 * Adds a finished attempt of a link. Returns the same object for any other attempt, and if the result is already stored or
 * was deleted. `revs` are the revisions of its items, in order.
 */
export function addResult(results: Results, attempt: Attempt, revs?: readonly number[]): Results {
  const key = resultKey(attempt)
  if (key === undefined || attempt.finishedAt === undefined || Object.hasOwn(results, key)) return results
  // The attempt's own timestamp, so that every tab and device stores the same one.
  const at = Math.min(Math.max(0, Math.trunc(attempt.finishedAt)), maxTimestamp)
  return latestResults({
    ...results,
    [key]: { value: { session: attempt, ...(revs && { revs: [...revs] }) }, at },
  })
}

/** A deletion wins, whatever the clocks say. */
export function mergeResult(a: Entry, b: Entry, newer: (a: Entry, b: Entry) => Entry): Entry {
  if (a.value && b.value) return newer(a, b)
  const at = Math.max(a.at, b.at)
  return [a, b].find((entry) => !entry.value && entry.at === at) ?? { value: null, at }
}

/** The results that were not deleted, the latest first. */
export function resultsNewestFirst(results: Results): (SavedResult & { key: string })[] {
  return Object.entries(results)
    .sort(compareEntries)
    .flatMap(([key, { value }]) => (value ? [{ key, ...value }] : []))
}

import { type Attempt, quizKeyOf } from '../quiz/attempt.ts'
import { compareEntries, latestEntries } from './latest-entries.ts'
import { maxTimestamp, type Progress } from './progress.ts'

type Results = Progress['results']
type Entry = Results[string]

/** A finished try of a quiz link. */
export type SavedResult = NonNullable<Entry['value']>

/**
 * The most finished tries that are remembered: ten a week for half a year. A try of twenty items takes about
 * 3,000 of the five million characters that a browser stores.
 */
export const maxSavedResults = 200

export function latestResults(results: Results): Results {
  return latestEntries(results, maxSavedResults)
}

/** Names the result of a finished try of a link; undefined for any other session. */
export function resultKey({ origin, startedAt, finishedAt }: Attempt): string | undefined {
  if (origin.kind !== 'link' || finishedAt === undefined) return undefined
  // The same try finished in two tabs, with different answers, is two results.
  return `${quizKeyOf(origin)}@${startedAt}-${finishedAt}`
}

/**
 * With the result of a session that is a finished try of a link; the very object for any other session, and
 * for one whose result is known or was deleted. `revs` are the revisions of its items, in their order.
 */
export function addResult(results: Results, session: Attempt, revs?: readonly number[]): Results {
  const key = resultKey(session)
  if (key === undefined || session.finishedAt === undefined || Object.hasOwn(results, key)) return results
  // By the try's own time, so that every tab and device that keeps this try gives it the same.
  const at = Math.min(Math.max(0, Math.trunc(session.finishedAt)), maxTimestamp)
  return latestResults({ ...results, [key]: { value: { session, ...(revs && { revs: [...revs] }) }, at } })
}

/** Both say what became of one result: that it was deleted wins whatever the clocks say. */
export function mergeResult(a: Entry, b: Entry, newer: (a: Entry, b: Entry) => Entry): Entry {
  if (a.value && b.value) return newer(a, b)
  const at = Math.max(a.at, b.at)
  return [a, b].find((entry) => !entry.value && entry.at === at) ?? { value: null, at }
}

/** The results that were not deleted, the one finished last first. */
export function resultsNewestFirst(results: Results): (SavedResult & { key: string })[] {
  return Object.entries(results)
    .sort(compareEntries)
    .flatMap(([key, { value }]) => (value ? [{ key, ...value }] : []))
}

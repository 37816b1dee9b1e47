import * as changes from '#domain/progress/changes.ts'
import { type KeptResult, resultsByTime } from '#domain/progress/results.ts'
import { placeOf } from '#domain/quiz/session.ts'
import { change, useProgress } from './progress.ts'

/** A kept result and its key in the document. */
export type StoredResult = KeptResult & { key: string }

/** The finished tries of quiz links that were not deleted, the last first; of one place (see `placeOf`), or all. */
export function useResults(place?: string): StoredResult[] {
  const results = resultsByTime(useProgress((progress) => progress.results))
  return place === undefined ? results : results.filter(({ session }) => placeOf(session.origin) === place)
}

export function deleteResult(key: string): void {
  change((progress, now) => changes.deleteResult(progress, key, now))
}

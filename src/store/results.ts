import { resultsNewestFirst, type SavedResult } from '#domain/progress/saved-results.ts'
import * as changes from '#domain/progress/updates.ts'
import { quizKeyOf } from '#domain/quiz/attempt.ts'
import { updateProgress, useProgress } from './progress.ts'

/** A saved result and its key in the document. */
export type SavedResultEntry = SavedResult & { key: string }

/** The saved results of quiz links, latest first: all, or those of one quiz key (see `quizKeyOf`). */
export function useResults(quizKey?: string): SavedResultEntry[] {
  const results = resultsNewestFirst(useProgress((progress) => progress.results))
  return quizKey === undefined
    ? results
    : results.filter(({ session }) => quizKeyOf(session.origin) === quizKey)
}

export function deleteResult(key: string): void {
  updateProgress((progress, now) => changes.applyDeletedResult(progress, key, now))
}

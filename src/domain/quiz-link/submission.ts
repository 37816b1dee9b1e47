import type { SavedResult } from '../progress/saved-results.ts'
import { createResult } from './create-result.ts'
import { learnerKey } from './learner-key.ts'
import { type LearnerName, linkedAttemptDetails } from './link-attempt.ts'
import { decodeQuizLink } from './link-code.ts'
import type { QuizResult } from './quiz-result.ts'

/** A saved result as it is submitted. */
export type Submission = {
  result: QuizResult
  /** The link's code, to open it again. */
  code: string
  /** The instructor, if the link names one. */
  by?: string
}

/**
 * `currentRevisions` are the revisions of the course's items today, for results of an earlier version, which did not store
 * theirs.
 */
export function toSubmission(
  { session: attempt, revs }: Pick<SavedResult, 'session' | 'revs'>,
  currentRevisions: ReadonlyMap<string, number>,
): Submission | undefined {
  const code = linkedAttemptDetails(attempt)?.code
  if (code === undefined) return undefined
  const decoded = decodeQuizLink(code)
  // A stored link should decode; if it does not, the learner's answers still count.
  const link = decoded.kind === 'ok' ? decoded.link : { title: attempt.title, passMark: 0 }
  const itemRevisions = revs && new Map(attempt.items.map((id, index) => [id, revs[index] ?? 1]))
  const result = createResult(link, attempt, itemRevisions ?? currentRevisions)
  return result && { result, code, ...('by' in link && link.by && { by: link.by }) }
}

/** The learner's next attempt number, after the saved results with the same name and group. */
export function nextAttemptNumber(
  savedResults: readonly SavedResult[],
  code: string,
  learner: LearnerName,
): number {
  const isSameLearner = (other: LearnerName) => learnerKey(other) === learnerKey(learner)
  const attemptNumbers = savedResults.flatMap(({ session }) => {
    const details = linkedAttemptDetails(session)
    return details?.code === code && learner.name && isSameLearner(details.learner) ? [details.attempt] : []
  })
  return Math.max(0, ...attemptNumbers) + 1
}

import type { SavedResult } from '../progress/saved-results.ts'
import { createResult } from './create-result.ts'
import { type LearnerName, linkedAttemptDetails } from './link-attempt.ts'
import { decodeQuizLink } from './link-code.ts'
import type { QuizResult } from './quiz-result.ts'

/** A kept try as it is handed in. */
export type Submission = {
  result: QuizResult
  /** The link's code, to open it again. */
  code: string
  /** Who asked, if the link says. */
  by?: string
}

/**
 * `courseRevs` are the revisions of the course's items today: tries that an earlier version kept don't say which
 * they were asked at.
 */
export function toSubmission(
  { session, revs }: Pick<SavedResult, 'session' | 'revs'>,
  currentRevisions: ReadonlyMap<string, number>,
): Submission | undefined {
  const code = linkedAttemptDetails(session)?.code
  if (code === undefined) return undefined
  const decoded = decodeQuizLink(code)
  // A link is kept in order to be read again; should it not be, what the learner did still counts.
  const link = decoded.kind === 'ok' ? decoded.link : { title: session.title, passMark: 0 }
  const itemRevisions = revs && new Map(session.items.map((id, index) => [id, revs[index] ?? 1]))
  const result = createResult(link, session, itemRevisions ?? currentRevisions)
  return result && { result, code, ...('by' in link && link.by && { by: link.by }) }
}

/** Which try comes next for this learner: after the last one that is kept under the same name and group. */
export function nextAttemptNumber(kept: readonly SavedResult[], code: string, learner: LearnerName): number {
  const isSameLearner = (other: LearnerName) => other.name === learner.name && other.group === learner.group
  const attempts = kept.flatMap(({ session }) => {
    const about = linkedAttemptDetails(session)
    return about?.code === code && learner.name && isSameLearner(about.learner) ? [about.attempt] : []
  })
  return Math.max(0, ...attempts) + 1
}

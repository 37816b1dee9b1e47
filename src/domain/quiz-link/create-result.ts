import { assignmentId } from '../quiz/assignment-id.ts'
import type { Attempt } from '../quiz/attempt.ts'
import { findAnswer } from '../quiz/attempt-result.ts'
import { toHundredths } from '../quiz/percentage.ts'
import { linkedAttemptDetails } from './link-attempt.ts'
import type { QuizLink } from './quiz-link.ts'
import { type ItemResult, maxSeconds, type QuizResult } from './quiz-result.ts'
import { isLate } from './time-limit.ts'

/** The result of a finished attempt of a link; undefined for any other attempt. */
export function createResult(
  link: Pick<QuizLink, 'title' | 'passMark' | 'due'>,
  attempt: Attempt,
  /** The revision of each item in the attempt. */
  revisions: ReadonlyMap<string, number>,
): QuizResult | undefined {
  const metadata = linkedAttemptDetails(attempt)
  const { finishedAt } = attempt
  if (!metadata || finishedAt === undefined) return undefined
  return {
    assignment: assignmentId(metadata.code),
    title: link.title,
    ...metadata.learner,
    finishedAt: Math.round(finishedAt),
    seconds: Math.min(Math.max(0, Math.round((finishedAt - attempt.startedAt) / 1000)), maxSeconds),
    attempt: metadata.attempt,
    isLate: isLate(link, finishedAt),
    passPercent: Math.round(link.passMark * 100),
    items: attempt.items.map((id) => createItemResult(id, revisions.get(id) ?? 1, attempt)),
  }
}

function createItemResult(id: string, rev: number, attempt: Attempt): ItemResult {
  const answer = findAnswer(attempt, id)
  if (!answer) return { id, rev, percent: null }
  const { score, confidence, response } = answer
  return { id, rev, percent: toHundredths(score), ...(confidence && { confidence }), response }
}

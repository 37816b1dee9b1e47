import { toHundredths } from '../quiz/score.ts'
import type { Attempt } from '../quiz/session.ts'
import { findAnswer } from '../quiz/session-result.ts'
import { assignmentId } from './assignment.ts'
import type { QuizLink } from './link.ts'
import { createLinkedAttempt } from './link-session.ts'
import { isLate } from './link-time.ts'
import type { ItemResult, QuizResult } from './result.ts'

/** What a finished session of a link has to hand in; undefined for any other session. */
export function createResult(
  link: Pick<QuizLink, 'title' | 'passMark' | 'due'>,
  session: Attempt,
  /** The revision of each item that was asked. */
  revisions: ReadonlyMap<string, number>,
): QuizResult | undefined {
  const metadata = createLinkedAttempt(session)
  const { finishedAt } = session
  if (!metadata || finishedAt === undefined) return undefined
  return {
    assignment: assignmentId(metadata.code),
    title: link.title,
    ...metadata.learner,
    finishedAt,
    seconds: Math.max(0, Math.round((finishedAt - session.startedAt) / 1000)),
    attempt: metadata.attempt,
    isLate: isLate(link, finishedAt),
    passPercent: Math.round(link.passMark * 100),
    items: session.items.map((id) => createItemResult(id, revisions.get(id) ?? 1, session)),
  }
}

function createItemResult(id: string, rev: number, session: Attempt): ItemResult {
  const answer = findAnswer(session, id)
  if (!answer) return { id, rev, percent: null }
  const { score, confidence, response } = answer
  return { id, rev, percent: toHundredths(score), ...(confidence && { confidence }), response }
}

import { hundredthsOf } from '../quiz/score.ts'
import type { SavedSession } from '../quiz/session.ts'
import { answerTo } from '../quiz/session-result.ts'
import { assignmentOf } from './assignment.ts'
import type { QuizLink } from './link.ts'
import { linkSession } from './link-session.ts'
import { isLate } from './link-time.ts'
import type { ItemResult, QuizResult } from './result.ts'

/** What a finished session of a link has to hand in; undefined for any other session. */
export function resultOf(
  link: Pick<QuizLink, 'title' | 'passMark' | 'due'>,
  session: SavedSession,
  /** The revision of each item that was asked. */
  revisions: ReadonlyMap<string, number>,
): QuizResult | undefined {
  const about = linkSession(session)
  const { finishedAt } = session
  if (!about || finishedAt === undefined) return undefined
  return {
    assignment: assignmentOf(about.code),
    title: link.title,
    ...about.learner,
    finishedAt,
    seconds: Math.max(0, Math.round((finishedAt - session.startedAt) / 1000)),
    attempt: about.attempt,
    isLate: isLate(link, finishedAt),
    passPercent: Math.round(link.passMark * 100),
    items: session.items.map((id) => itemResult(id, revisions.get(id) ?? 1, session)),
  }
}

function itemResult(id: string, rev: number, session: SavedSession): ItemResult {
  const answer = answerTo(session, id)
  if (!answer) return { id, rev, percent: null }
  const { score, confidence, response } = answer
  return { id, rev, percent: hundredthsOf(score), ...(confidence && { confidence }), response }
}

import type { KeptResult } from '../progress/results.ts'
import { decodeQuizLink } from './link-code.ts'
import { type Learner, linkSession } from './link-session.ts'
import { resultOf } from './make-result.ts'
import type { QuizResult } from './result.ts'

/** A kept try as it is handed in. */
export type HandedIn = {
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
export function handedIn(
  { session, revs }: Pick<KeptResult, 'session' | 'revs'>,
  courseRevs: ReadonlyMap<string, number>,
): HandedIn | undefined {
  const code = linkSession(session)?.code
  if (code === undefined) return undefined
  const decoded = decodeQuizLink(code)
  // A link is kept in order to be read again; should it not be, what the learner did still counts.
  const link = decoded.kind === 'ok' ? decoded.link : { title: session.title, passMark: 0 }
  const asked = revs && new Map(session.items.map((id, index) => [id, revs[index] ?? 1]))
  const result = resultOf(link, session, asked ?? courseRevs)
  return result && { result, code, ...('by' in link && link.by && { by: link.by }) }
}

/** Which try comes next for this learner: after the last one that is kept under the same name and group. */
export function nextAttempt(kept: readonly KeptResult[], code: string, learner: Learner): number {
  const isSame = (other: Learner) => other.name === learner.name && other.group === learner.group
  const attempts = kept.flatMap(({ session }) => {
    const about = linkSession(session)
    return about?.code === code && learner.name && isSame(about.learner) ? [about.attempt] : []
  })
  return Math.max(0, ...attempts) + 1
}

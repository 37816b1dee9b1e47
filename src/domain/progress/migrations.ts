import { type Attempt, type QuizOrigin, quizKeyOf } from '../quiz/attempt.ts'
import type { Progress } from './progress.ts'
import { addResult } from './saved-results.ts'

/** Turns a document of one version into the next. May throw: an unreadable document is quarantined. */
export type Migration = (document: unknown) => unknown

/**
 * The first turns version 1 into 2, and so on. Append only: documents of every released version exist, and
 * `tests/saved/progress/` has one of each.
 */
export const migrations: readonly Migration[] = [addLabs, keySessionsByQuiz, addResults]

/** 1 → 2: adds completed lab steps. The new version keeps old pages from quarantining the unknown field. */
function addLabs(document: unknown): unknown {
  // The caller has checked that it is an object with a version.
  return { ...(document as object), version: 2, labs: {} }
}

/** 2 → 3: stores one attempt per quiz instead of a single one. */
function keySessionsByQuiz(document: unknown): unknown {
  // The schema checks the rest afterward.
  const { session, ...rest } = document as { session?: { value: { origin: QuizOrigin } | null } }
  const sessions = session?.value ? { [quizKeyOf(session.value.origin)]: session } : {}
  return { ...rest, version: 3, sessions }
}

/** 3 → 4: stores finished attempts of quiz links separately, so that the next attempt does not replace them. */
function addResults(document: unknown): unknown {
  const { sessions } = document as { sessions: Record<string, { value: Attempt | null }> }
  const results = Object.values(sessions).reduce<Progress['results']>(
    (saved, { value }) => (value ? addResult(saved, value) : saved),
    {},
  )
  return { ...(document as object), version: 4, results }
}

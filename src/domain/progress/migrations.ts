import { type Attempt, type QuizOrigin, quizKeyOf } from '../quiz/attempt.ts'
import type { Progress } from './progress.ts'
import { addResult } from './saved-results.ts'

/** Turns a document of one version into the next. It may throw: what it can't read is set aside. */
export type Migration = (document: unknown) => unknown

/**
 * The first turns version 1 into 2, the second 2 into 3. Append only: documents of every shipped version
 * are out there, and one of each lies in `tests/saved/progress/`.
 */
export const migrations: readonly Migration[] = [addLabs, keySessionsByQuiz, addResults]

/** 1 → 2: the steps of labs that are done. A page of before must not take them for a torn document. */
function addLabs(document: unknown): unknown {
  // The caller has seen that it is an object with a version.
  return { ...(document as object), version: 2, labs: {} }
}

/** 2 → 3: the one quiz under way is found at its place; others can be under way beside it. */
function keySessionsByQuiz(document: unknown): unknown {
  // What else is in it the schema checks afterwards.
  const { session, ...rest } = document as { session?: { value: { origin: QuizOrigin } | null } }
  const sessions = session?.value ? { [quizKeyOf(session.value.origin)]: session } : {}
  return { ...rest, version: 3, sessions }
}

/** 3 → 4: finished tries of quiz links are kept apart from the quizzes under way, where the next try takes the place. */
function addResults(document: unknown): unknown {
  const { sessions } = document as { sessions: Record<string, { value: Attempt | null }> }
  const results = Object.values(sessions).reduce<Progress['results']>(
    (kept, { value }) => (value ? addResult(kept, value) : kept),
    {},
  )
  return { ...(document as object), version: 4, results }
}

import * as v from 'valibot'
import { type Answer, answerSchema, type Progress } from '#domain/progress/progress.ts'
import { applyAnswer } from '#domain/progress/updates.ts'
import { updateProgress } from './progress.ts'
import { requestPersistenceOnce } from './request-persistence.ts'

/** An answer as it is given; the store knows when. */
export type NewAnswer = Omit<Answer, 'at'>

/**
 * Checked before it is kept, unlike the rest: typed text can be too long, and one answer that breaks the
 * schema would make the whole document unreadable at the next visit.
 */
export function addValidatedAnswer(progress: Progress, answer: NewAnswer, at: number): Progress {
  return applyAnswer(progress, v.parse(answerSchema, { ...answer, at }))
}

export function recordAnswer(answer: NewAnswer): void {
  updateProgress((progress, at) => addValidatedAnswer(progress, answer, at))
  requestPersistenceOnce()
}

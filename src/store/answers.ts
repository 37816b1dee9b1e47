import * as v from 'valibot'
import { applyAnswer } from '#domain/progress/changes.ts'
import { type Answer, answerSchema } from '#domain/progress/progress.ts'
import { change } from './progress.ts'

/**
 * Checked before it is kept, unlike the rest: typed text can be too long, and one answer that breaks the
 * schema would make the whole document unreadable at the next visit.
 */
export function recordAnswer(answer: Omit<Answer, 'at'>): void {
  change((progress, at) => applyAnswer(progress, v.parse(answerSchema, { ...answer, at })))
}

import { applyNewAnswer, type NewAnswer } from '#domain/progress/updates.ts'
import { updateProgress } from './progress.ts'
import { requestPersistenceOnce } from './request-persistence.ts'

export function recordAnswer(answer: NewAnswer): void {
  updateProgress((progress, at) => applyNewAnswer(progress, answer, at))
  requestPersistenceOnce()
}

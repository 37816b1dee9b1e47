import * as changes from '#domain/progress/updates.ts'
import { updateProgress, useProgress } from './progress.ts'
import { requestPersistenceOnce } from './request-persistence.ts'

export function completeStep(labId: string, stepId: string): void {
  updateProgress((progress, now) => changes.applyCompletedStep(progress, labId, stepId, now))
  requestPersistenceOnce()
}

/** When each completed step was completed, by `labId.step-id` (see `stepKey`). */
export function useCompletedSteps(): Record<string, number> {
  return useProgress((progress) => progress.labs)
}

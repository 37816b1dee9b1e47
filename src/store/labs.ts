import * as changes from '#domain/progress/changes.ts'
import { requestPersistenceOnce } from './persistence.ts'
import { updateProgress, useProgress } from './progress.ts'

export function completeStep(labId: string, stepId: string): void {
  updateProgress((progress, now) => changes.applyCompletedStep(progress, labId, stepId, now))
  requestPersistenceOnce()
}

/** `labId.step-id` of every step that is done, to when: see `stepKey`. */
export function useCompletedSteps(): Record<string, number> {
  return useProgress((progress) => progress.labs)
}

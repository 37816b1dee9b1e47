import * as changes from '#domain/progress/changes.ts'
import { askOnceToPersist } from './persistence.ts'
import { change, useProgress } from './progress.ts'

export function passStep(labId: string, stepId: string): void {
  change((progress, now) => changes.passStep(progress, labId, stepId, now))
  askOnceToPersist()
}

/** `labId.step-id` of every step that is done, to when: see `stepKey`. */
export function useDoneSteps(): Record<string, number> {
  return useProgress((progress) => progress.labs)
}

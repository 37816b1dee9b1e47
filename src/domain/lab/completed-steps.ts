import { stepKey } from '../progress/updates.ts'

/** How many steps of a lab are done; `done` as progress holds it. */
export function completedStepIds(
  done: Readonly<Record<string, number>>,
  lab: { id: string; steps: readonly { id: string }[] },
): number {
  return lab.steps.filter(({ id }) => done[stepKey(lab.id, id)] !== undefined).length
}

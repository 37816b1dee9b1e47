/** The key of a lab's step in stored progress. */
export function stepKey(labId: string, stepId: string): string {
  return `${labId}.${stepId}`
}

/** How many steps of a lab are done; `done` is `labs` of stored progress. */
export function countCompletedSteps(
  done: Readonly<Record<string, number>>,
  lab: { id: string; steps: readonly { id: string }[] },
): number {
  return lab.steps.filter(({ id }) => done[stepKey(lab.id, id)] !== undefined).length
}

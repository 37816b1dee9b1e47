import type { Lab } from './lab.ts'

/** What pages that list or count labs need to know of one; its text stays on its own page. */
export type LabFact = Pick<Lab, 'id' | 'title' | 'minutes' | 'goal'> & {
  /** The lesson whose claim it shows. */
  lesson: string
  steps: { id: string }[]
}

export function labFactOf({ id, title, minutes, goal, steps }: Lab, lesson: string): LabFact {
  return { id, title, minutes, goal, lesson, steps: steps.map((step) => ({ id: step.id })) }
}

/** The address of the free machine, /labs/sandbox, is no lab's. */
export const sandboxId = 'sandbox'

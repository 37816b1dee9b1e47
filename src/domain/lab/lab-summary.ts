import type { Lab } from './lab.ts'

/** What pages that list or count labs need to know of one; its text stays on its own page. */
export type LabSummary = Pick<Lab, 'id' | 'title' | 'minutes' | 'goal'> & {
  /** The lesson whose claim it shows. */
  lesson: string
  steps: { id: string }[]
}

export function toLabSummary({ id, title, minutes, goal, steps }: Lab, lesson: string): LabSummary {
  return { id, title, minutes, goal, lesson, steps: steps.map((step) => ({ id: step.id })) }
}

/** The address of the free machine, /labs/sandbox, is no lab's. */
export const sandboxId = 'sandbox'

import type { Lab } from './lab.ts'

/** What pages that list or count labs need. The lab's text is only on its own page. */
export type LabSummary = Pick<Lab, 'id' | 'title' | 'minutes' | 'goal'> & {
  /** The lesson or primer whose claim it shows. */
  owner: string
  steps: { id: string }[]
}

export function toLabSummary({ id, title, minutes, goal, steps }: Lab, owner: string): LabSummary {
  return { id, title, minutes, goal, owner, steps: steps.map((step) => ({ id: step.id })) }
}

/** Reserved for the sandbox, /labs/sandbox: a machine without steps. */
export const sandboxId = 'sandbox'

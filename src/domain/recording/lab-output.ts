import * as v from 'valibot'
import { isoDate } from '../catalog/text-schemas.ts'
import { slugSchema } from '../ids.ts'
import type { Lab } from '../lab/lab.ts'
import { findOutdatedStart } from '../lab/shop.ts'
import { splitCommands } from '../lab/split-commands.ts'
import { recordedCommandSchema } from './recording.ts'

/** `lab-output.yaml`, next to `lab.yaml`: the output of each step's solution. Written by `npm run lab:record -- --labs`. */
export const labOutputSchema = v.strictObject({
  /** The versions of Docker Engine and its client, as the machine reports them. */
  engine: v.pipe(v.string(), v.minLength(1)),
  client: v.pipe(v.string(), v.minLength(1)),
  seen: isoDate,
  /** The step of the shop that was in the machine, and its digest. */
  shop: v.optional(v.string()),
  setUp: v.optional(v.string()),
  steps: v.array(v.strictObject({ id: slugSchema, commands: v.array(recordedCommandSchema) })),
})
export type LabOutput = v.InferOutput<typeof labOutputSchema>

/**
 * The path in a lab of the first change since it was recorded; undefined if the recording is up to date.
 */
export function findOutdatedOutput(lab: Lab, output: LabOutput): PropertyKey[] | undefined {
  const start = findOutdatedStart(lab, output)
  if (start) return [start]
  const index = lab.steps.findIndex(({ id, solution }, stepIndex) => {
    const recorded = output.steps[stepIndex]
    const runs = recorded?.commands.map(({ run }) => run)
    return recorded?.id !== id || JSON.stringify(runs) !== JSON.stringify(splitCommands(solution))
  })
  if (index >= 0) return ['steps', index, 'solution']
  return lab.steps.length < output.steps.length ? ['steps'] : undefined
}

import * as v from 'valibot'
import { isoDate } from '../catalog/text-schemas.ts'
import { slugSchema } from '../ids.ts'
import type { Lab } from '../lab/lab.ts'
import { splitCommands } from '../lab/split-commands.ts'
import { recordedCommandSchema } from './recording.ts'

/** `lab-output.yaml`, beside `lab.yaml`: what each step's solution printed. Written by `npm run lab:record -- --labs`. */
export const labOutputSchema = v.strictObject({
  /** What the machine itself answered: versions of Docker Engine and of its client. */
  engine: v.pipe(v.string(), v.minLength(1)),
  client: v.pipe(v.string(), v.minLength(1)),
  seen: isoDate,
  setUp: v.optional(v.string()),
  steps: v.array(v.strictObject({ id: slugSchema, commands: v.array(recordedCommandSchema) })),
})
export type LabOutput = v.InferOutput<typeof labOutputSchema>

/**
 * The place in a lab that its recording does not know, as a path into the lab; undefined where the recording is of the
 * lab as it is written now.
 */
export function findOutdatedOutput(lab: Lab, output: LabOutput): PropertyKey[] | undefined {
  if (lab.setUp !== output.setUp) return ['setUp']
  const index = lab.steps.findIndex(({ id, solution }, place) => {
    const recorded = output.steps[place]
    const runs = recorded?.commands.map(({ run }) => run)
    return recorded?.id !== id || JSON.stringify(runs) !== JSON.stringify(splitCommands(solution))
  })
  if (index >= 0) return ['steps', index, 'solution']
  return lab.steps.length < output.steps.length ? ['steps'] : undefined
}

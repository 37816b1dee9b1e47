import * as v from 'valibot'
import { callFailures, machineFailures } from '../machine.ts'

/**
 * Messages between the page and the machine’s worker. Each side validates what it receives, and kinds keep their names,
 * because a page that stays open during a deploy may get a worker of another build.
 */
const nonNegative = v.pipe(v.number(), v.minValue(0))
const bytes = v.instance(Uint8Array)

const callSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('start') }),
  v.strictObject({ kind: v.literal('run'), script: v.string(), timeout: v.optional(nonNegative) }),
  v.strictObject({ kind: v.literal('readFile'), path: v.string() }),
  v.strictObject({ kind: v.literal('writeFile'), path: v.string(), bytes }),
])
export type MachineCall = v.InferOutput<typeof callSchema>

/** From the page to the worker. */
export const workerRequestSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('call'), id: nonNegative, call: callSchema }),
  v.strictObject({ kind: v.literal('write'), keys: v.string() }),
  v.strictObject({ kind: v.literal('resize'), columns: nonNegative, rows: nonNegative }),
])
export type WorkerRequest = v.InferOutput<typeof workerRequestSchema>

const stateSchema = v.variant('kind', [
  v.strictObject({ kind: v.picklist(['off', 'starting', 'running', 'hung']) }),
  v.strictObject({ kind: v.literal('loading'), loaded: nonNegative, total: nonNegative }),
  v.strictObject({ kind: v.literal('failed'), failure: v.picklist(machineFailures) }),
])

/** From the worker to the page. */
export const workerEventSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('state'), state: stateSchema }),
  v.strictObject({ kind: v.literal('output'), bytes }),
  /** The browser has no room for the image, so it is kept in memory and downloaded again next time. */
  v.strictObject({ kind: v.literal('not-kept') }),
  v.strictObject({ kind: v.literal('done'), id: nonNegative, value: v.unknown() }),
  v.strictObject({
    kind: v.literal('refused'),
    id: nonNegative,
    failure: v.picklist([...machineFailures, ...callFailures]),
    message: v.string(),
  }),
])
export type WorkerEvent = v.InferOutput<typeof workerEventSchema>

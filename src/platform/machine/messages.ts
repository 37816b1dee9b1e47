import * as v from 'valibot'
import { callFaults, machineFaults } from './machine.ts'

/**
 * What the page and the worker that holds the machine tell each other. Each side checks what it hears: a page
 * kept open over an update may meet a worker of another build.
 */
const count = v.pipe(v.number(), v.minValue(0))
const bytes = v.instance(Uint8Array)

const callSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('start') }),
  v.strictObject({ kind: v.literal('run'), script: v.string(), timeout: v.optional(count) }),
  v.strictObject({ kind: v.literal('readFile'), path: v.string() }),
  v.strictObject({ kind: v.literal('writeFile'), path: v.string(), bytes }),
])
export type Call = v.InferOutput<typeof callSchema>

/** To the worker. */
export const orderSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('call'), id: count, call: callSchema }),
  v.strictObject({ kind: v.literal('write'), keys: v.string() }),
  v.strictObject({ kind: v.literal('resize'), columns: count, rows: count }),
])
export type Order = v.InferOutput<typeof orderSchema>

const stateSchema = v.variant('kind', [
  v.strictObject({ kind: v.picklist(['off', 'starting', 'running', 'hung']) }),
  v.strictObject({ kind: v.literal('loading'), loaded: count, total: count }),
  v.strictObject({ kind: v.literal('failed'), fault: v.picklist(machineFaults) }),
])

/** From the worker. */
export const reportSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('state'), state: stateSchema }),
  v.strictObject({ kind: v.literal('output'), bytes }),
  /** The browser has no room for the image: it runs from memory and is fetched again the next time. */
  v.strictObject({ kind: v.literal('not-kept') }),
  v.strictObject({ kind: v.literal('done'), id: count, value: v.unknown() }),
  v.strictObject({
    kind: v.literal('refused'),
    id: count,
    fault: v.picklist([...machineFaults, ...callFaults]),
    message: v.string(),
  }),
])
export type Report = v.InferOutput<typeof reportSchema>

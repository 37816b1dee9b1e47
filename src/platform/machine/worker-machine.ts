import * as v from 'valibot'
import { Broadcast } from './broadcast.ts'
import { type Machine, MachineError, type MachineState, type RunResult } from './machine.ts'
import { type Call, type Order, reportSchema } from './messages.ts'

/** The other end of a line: a worker, or a port in tests. */
export type MachineLine = {
  postMessage(message: unknown): void
  addEventListener(type: string, listener: (event: { data?: unknown }) => void): void
  /** Ends whoever is at the other end, whatever it does at the moment. */
  terminate(): void
}

const runSchema = v.strictObject({ exitCode: v.number(), output: v.string() })
const bytesSchema = v.instance(Uint8Array)

/** A machine that runs at the other end of a line: the page's half of `hostMachine`. */
export function workerMachine(line: MachineLine, onNotKept: () => void = () => undefined): Machine {
  let state: MachineState = { kind: 'off' }
  let isDisposed = false
  let lastId = 0
  const states = new Broadcast<MachineState>()
  const outputs = new Broadcast<Uint8Array>()
  const calls = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()

  const change = (next: MachineState) => {
    state = next
    states.tell(next)
  }
  const rejectAll = (error: MachineError) => {
    for (const { reject } of calls.values()) reject(error)
    calls.clear()
  }
  const tell = (order: Order) => {
    if (!isDisposed) line.postMessage(order)
  }
  const ask = <Value>(call: Call, read: (value: unknown) => Value): Promise<Value> => {
    if (isDisposed) return Promise.reject(new MachineError('not-running', 'the machine is switched off'))
    const id = ++lastId
    return new Promise((resolve, reject) => {
      calls.set(id, { resolve: (value) => resolve(read(value)), reject })
      tell({ kind: 'call', id, call })
    })
  }

  line.addEventListener('message', ({ data }) => {
    const read = v.safeParse(reportSchema, data)
    if (!read.success || isDisposed) return
    const report = read.output
    switch (report.kind) {
      case 'state':
        // A picklist of kinds cannot be matched with a union by TypeScript; the schema has the same ones.
        return change(report.state as MachineState)
      case 'output':
        return outputs.tell(report.bytes)
      case 'not-kept':
        return onNotKept()
      case 'done':
        calls.get(report.id)?.resolve(report.value)
        calls.delete(report.id)
        return undefined
      case 'refused':
        calls.get(report.id)?.reject(new MachineError(report.fault, report.message))
        calls.delete(report.id)
        return undefined
      default:
        return report satisfies never
    }
  })
  // The worker's script did not load, or threw: out of memory ends it this way.
  line.addEventListener('error', () => {
    if (isDisposed) return
    change({ kind: 'failed', fault: 'crashed' })
    rejectAll(new MachineError('crashed', 'the worker of the machine ended'))
  })

  return {
    get state() {
      return state
    },
    onState: (listener) => states.listen(listener),
    onOutput: (listener) => outputs.listen(listener),
    start: () => ask({ kind: 'start' }, () => undefined),
    write: (keys) => tell({ kind: 'write', keys }),
    resize: (columns, rows) => tell({ kind: 'resize', columns, rows }),
    run: (script, { timeout } = {}) =>
      ask<RunResult>({ kind: 'run', script, ...(timeout !== undefined && { timeout }) }, (value) =>
        v.parse(runSchema, value),
      ),
    readFile: (path) => ask<Uint8Array>({ kind: 'readFile', path }, (value) => v.parse(bytesSchema, value)),
    // A copy of its own: the caller may go on with the bytes while they travel.
    writeFile: (path, bytes) =>
      ask({ kind: 'writeFile', path, bytes: new Uint8Array(bytes) }, () => undefined),
    dispose() {
      if (isDisposed) return
      isDisposed = true
      line.terminate()
      rejectAll(new MachineError('not-running', 'the machine was switched off'))
      change({ kind: 'off' })
    },
  }
}

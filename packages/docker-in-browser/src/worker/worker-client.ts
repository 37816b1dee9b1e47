import * as v from 'valibot'
import { BufferedEmitter, Emitter } from '../emitter.ts'
import { type Machine, MachineError, type MachineState, type RunResult } from '../machine.ts'
import { type MachineCall, type WorkerRequest, workerEventSchema } from './worker-messages.ts'

/** The worker, or a message port in tests. */
export type WorkerEnd = {
  postMessage(message: unknown): void
  addEventListener(type: string, listener: (event: { data?: unknown }) => void): void
  /** Terminates the worker, whatever it is doing. */
  terminate(): void
}

const runSchema = v.strictObject({ exitCode: v.number(), output: v.string() })
const bytesSchema = v.instance(Uint8Array)

/** A machine that runs at the other end of a line: the page's half of `serveMachine`. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: the interface’s methods are one line each, over the same state
export function createWorkerClient(worker: WorkerEnd, onNotPersisted: () => void = () => undefined): Machine {
  let state: MachineState = { kind: 'off' }
  let isDisposed = false
  let lastId = 0
  /** Typed while the machine was on its way. */
  let early = ''
  const states = new Emitter<MachineState>()
  const outputs = new BufferedEmitter<Uint8Array>()
  const calls = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()

  const setState = (next: MachineState) => {
    state = next
    if (next.kind === 'running' && early !== '') post({ kind: 'write', keys: early })
    if (!isOnItsWay(next)) early = ''
    states.tell(next)
  }
  const rejectAll = (error: MachineError) => {
    for (const { reject } of calls.values()) reject(error)
    calls.clear()
  }
  const post = (order: WorkerRequest) => {
    if (!isDisposed) worker.postMessage(order)
  }
  const request = <Value>(call: MachineCall, read: (value: unknown) => Value): Promise<Value> => {
    if (isDisposed) return Promise.reject(new MachineError('not-running', 'the machine is switched off'))
    const id = ++lastId
    return new Promise((resolve, reject) => {
      calls.set(id, { resolve: (value) => resolve(read(value)), reject })
      post({ kind: 'call', id, call })
    })
  }

  worker.addEventListener('message', ({ data }) => {
    const read = v.safeParse(workerEventSchema, data)
    if (!read.success || isDisposed) return
    const report = read.output
    switch (report.kind) {
      case 'state':
        // A picklist of kinds cannot be matched with a union by TypeScript; the schema has the same ones.
        return setState(report.state as MachineState)
      case 'output':
        return outputs.tell(report.bytes)
      case 'not-kept':
        return onNotPersisted()
      case 'done':
        calls.get(report.id)?.resolve(report.value)
        calls.delete(report.id)
        return undefined
      case 'refused':
        calls.get(report.id)?.reject(new MachineError(report.failure, report.message))
        calls.delete(report.id)
        return undefined
      default:
        return report satisfies never
    }
  })
  // The worker's script did not load, or threw: out of memory ends it this way.
  worker.addEventListener('error', () => {
    if (isDisposed) return
    setState({ kind: 'failed', failure: 'crashed' })
    rejectAll(new MachineError('crashed', 'the worker of the machine ended'))
  })

  return {
    get state() {
      return state
    },
    onState: (listener) => states.listen(listener),
    onOutput: (listener) => outputs.listen(listener),
    start: () => request({ kind: 'start' }, () => undefined),
    write: (keys) => {
      if (isOnItsWay(state)) early += keys
      else post({ kind: 'write', keys })
    },
    resize: (columns, rows) => post({ kind: 'resize', columns, rows }),
    run: (script, { timeout } = {}) =>
      request<RunResult>({ kind: 'run', script, ...(timeout !== undefined && { timeout }) }, (value) =>
        v.parse(runSchema, value),
      ),
    readFile: (path) =>
      request<Uint8Array>({ kind: 'readFile', path }, (value) => v.parse(bytesSchema, value)),
    // Copied, because the caller may go on using the bytes while they are transferred.
    writeFile: (path, bytes) =>
      request({ kind: 'writeFile', path, bytes: new Uint8Array(bytes) }, () => undefined),
    dispose() {
      if (isDisposed) return
      isDisposed = true
      worker.terminate()
      rejectAll(new MachineError('not-running', 'the machine was switched off'))
      setState({ kind: 'off' })
    },
  }
}

function isOnItsWay({ kind }: MachineState): boolean {
  return kind === 'loading' || kind === 'starting'
}

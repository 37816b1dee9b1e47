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

/** A machine that runs at the other end of a message channel: the page’s half of `serveMachine`. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: the interface’s methods are one line each, over the same state
export function createWorkerClient(worker: WorkerEnd, onNotPersisted: () => void = () => undefined): Machine {
  let state: MachineState = { kind: 'off' }
  let isDisposed = false
  let lastId = 0
  /** Input typed while the machine was loading or starting. */
  let pendingInput = ''
  const states = new Emitter<MachineState>()
  const outputs = new BufferedEmitter<Uint8Array>()
  const calls = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()

  const setState = (next: MachineState) => {
    state = next
    if (next.kind === 'running' && pendingInput !== '') post({ kind: 'write', keys: pendingInput })
    if (!isStartingUp(next)) pendingInput = ''
    states.emit(next)
  }
  const rejectAll = (error: MachineError) => {
    for (const { reject } of calls.values()) reject(error)
    calls.clear()
  }
  const post = (workerRequest: WorkerRequest) => {
    if (!isDisposed) worker.postMessage(workerRequest)
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
    const workerEvent = read.output
    switch (workerEvent.kind) {
      case 'state':
        // TypeScript cannot match a picklist with a union of kinds; the schema lists the same kinds.
        return setState(workerEvent.state as MachineState)
      case 'output':
        return outputs.emit(workerEvent.bytes)
      case 'not-kept':
        return onNotPersisted()
      case 'done':
        calls.get(workerEvent.id)?.resolve(workerEvent.value)
        calls.delete(workerEvent.id)
        return undefined
      case 'refused':
        calls.get(workerEvent.id)?.reject(new MachineError(workerEvent.failure, workerEvent.message))
        calls.delete(workerEvent.id)
        return undefined
      default:
        return workerEvent satisfies never
    }
  })
  // The worker’s script did not load, or it threw an error, as it does when memory runs out.
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
      if (isStartingUp(state)) pendingInput += keys
      else post({ kind: 'write', keys })
    },
    resize: (columns, rows) => post({ kind: 'resize', columns, rows }),
    run: (script, { timeoutMillis } = {}) =>
      request<RunResult>(
        { kind: 'run', script, ...(timeoutMillis !== undefined && { timeout: timeoutMillis }) },
        (value) => v.parse(runSchema, value),
      ),
    readFile: (path) =>
      request<Uint8Array>({ kind: 'readFile', path }, (value) => v.parse(bytesSchema, value)),
    // Copied, because the caller may still use the bytes, which are transferred.
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

function isStartingUp({ kind }: MachineState): boolean {
  return kind === 'loading' || kind === 'starting'
}

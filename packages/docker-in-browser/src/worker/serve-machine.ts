import * as v from 'valibot'
import { type Machine, MachineError, type MachineState, toMachineFailure } from '../machine.ts'
import { type MachineCall, type WorkerEvent, workerRequestSchema } from './worker-messages.ts'

/** The worker's side of the connection to the page: its global scope, or a message port in tests. */
export type MessageChannelEnd = {
  postMessage(message: unknown): void
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
}

/** Creates the machine once its image is available; `onState` reports the progress of the download. */
export type PrepareMachine = (onState: (state: MachineState) => void) => Promise<Machine>

/**
 * Lets a page at the other end of the channel use a machine: the worker’s half of `createWorkerClient`. The machine is
 * created at the first start and reused for later ones.
 */
export function serveMachine(channel: MessageChannelEnd, prepare: PrepareMachine): void {
  let machine: Machine | undefined
  let hasFailed = false
  /** The size that was set before there was a machine. */
  let size: { columns: number; rows: number } | undefined
  const postEvent = (workerEvent: WorkerEvent) => channel.postMessage(workerEvent)
  const postState = (state: MachineState) => {
    hasFailed = state.kind === 'failed'
    postEvent({ kind: 'state', state: { ...state } })
  }

  async function makeMachine(): Promise<Machine> {
    const made = await prepare(postState)
    made.onState(postState)
    made.onOutput((bytes) => postEvent({ kind: 'output', bytes: new Uint8Array(bytes) }))
    if (size) made.resize(size.columns, size.rows)
    machine = made
    return made
  }
  async function start(): Promise<void> {
    hasFailed = false
    try {
      await (machine ?? (await makeMachine())).start()
    } catch (error) {
      const failure = toMachineFailure(error)
      if (!hasFailed) postState({ kind: 'failed', failure })
      throw error instanceof MachineError ? error : new MachineError(failure, String(error))
    }
  }
  async function execute(call: MachineCall): Promise<unknown> {
    if (call.kind === 'start') return start()
    if (!machine) throw new MachineError('not-running', 'the machine has not been started')
    switch (call.kind) {
      case 'run':
        return machine.run(call.script, call.timeout === undefined ? {} : { timeoutMillis: call.timeout })
      case 'readFile':
        return machine.readFile(call.path)
      case 'writeFile':
        return machine.writeFile(call.path, call.bytes)
      default:
        return call satisfies never
    }
  }

  channel.addEventListener('message', ({ data }) => {
    const read = v.safeParse(workerRequestSchema, data)
    if (!read.success) return
    const request = read.output
    switch (request.kind) {
      case 'write':
        return machine?.write(request.keys)
      case 'resize':
        size = request
        return machine?.resize(request.columns, request.rows)
      case 'call': {
        const { id } = request
        execute(request.call).then(
          (value) => postEvent({ kind: 'done', id, value }),
          (error: unknown) => postEvent({ kind: 'refused', id, ...toErrorEvent(error) }),
        )
        return undefined
      }
      default:
        return request satisfies never
    }
  })
}

function toErrorEvent(error: unknown): { failure: MachineError['failure']; message: string } {
  if (error instanceof MachineError) return { failure: error.failure, message: error.message }
  return { failure: 'crashed', message: error instanceof Error ? error.message : String(error) }
}

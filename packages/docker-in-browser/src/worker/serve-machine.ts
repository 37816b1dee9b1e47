import * as v from 'valibot'
import { type Machine, MachineError } from '../machine.ts'
import { type MachineCall, type WorkerEvent, workerRequestSchema } from './worker-messages.ts'

/** One end of a line to the page: a worker's own scope, or a port in tests. */
export type MessageChannelEnd = {
  postMessage(message: unknown): void
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
}

/** Lets a page at the other end of the line use a machine: the worker's half of `workerMachine`. */
export function serveMachine(line: MessageChannelEnd, machine: Machine): void {
  const postEvent = (workerEvent: WorkerEvent) => line.postMessage(workerEvent)
  machine.onState((state) => postEvent({ kind: 'state', state: { ...state } }))
  machine.onOutput((bytes) => postEvent({ kind: 'output', bytes: new Uint8Array(bytes) }))
  line.addEventListener('message', ({ data }) => {
    const read = v.safeParse(workerRequestSchema, data)
    if (!read.success) return
    const request = read.output
    switch (request.kind) {
      case 'write':
        return machine.write(request.keys)
      case 'resize':
        return machine.resize(request.columns, request.rows)
      case 'call': {
        const { id } = request
        handleCall(machine, request.call).then(
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

async function handleCall(machine: Machine, call: MachineCall): Promise<unknown> {
  switch (call.kind) {
    case 'start':
      return machine.start()
    case 'run':
      return machine.run(call.script, call.timeout === undefined ? {} : { timeout: call.timeout })
    case 'readFile':
      return machine.readFile(call.path)
    case 'writeFile':
      return machine.writeFile(call.path, call.bytes)
    default:
      return call satisfies never
  }
}

function toErrorEvent(error: unknown): { failure: MachineError['failure']; message: string } {
  if (error instanceof MachineError) return { failure: error.failure, message: error.message }
  return { failure: 'crashed', message: error instanceof Error ? error.message : String(error) }
}

import * as v from 'valibot'
import { type Machine, MachineError } from './machine.ts'
import { type Call, orderSchema, type Report } from './messages.ts'

/** One end of a line to the page: a worker's own scope, or a port in tests. */
export type Line = {
  postMessage(message: unknown): void
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
}

/** Lets a page at the other end of the line use a machine: the worker's half of `workerMachine`. */
export function hostMachine(line: Line, machine: Machine): void {
  const say = (report: Report) => line.postMessage(report)
  machine.onState((state) => say({ kind: 'state', state: { ...state } }))
  machine.onOutput((bytes) => say({ kind: 'output', bytes: new Uint8Array(bytes) }))
  line.addEventListener('message', ({ data }) => {
    const read = v.safeParse(orderSchema, data)
    if (!read.success) return
    const order = read.output
    switch (order.kind) {
      case 'write':
        return machine.write(order.keys)
      case 'resize':
        return machine.resize(order.columns, order.rows)
      case 'call': {
        const { id } = order
        answer(machine, order.call).then(
          (value) => say({ kind: 'done', id, value }),
          (error: unknown) => say({ kind: 'refused', id, ...wordsOf(error) }),
        )
        return undefined
      }
      default:
        return order satisfies never
    }
  })
}

async function answer(machine: Machine, call: Call): Promise<unknown> {
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

function wordsOf(error: unknown): { fault: MachineError['fault']; message: string } {
  if (error instanceof MachineError) return { fault: error.fault, message: error.message }
  return { fault: 'crashed', message: error instanceof Error ? error.message : String(error) }
}

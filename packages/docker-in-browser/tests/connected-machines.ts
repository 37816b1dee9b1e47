import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { serveMachine } from '../src/worker/serve-machine.ts'
import { createWorkerClient } from '../src/worker/worker-client.ts'
import { type MachineResponses, scriptedMachine } from '../testing/scripted-machine.ts'

/** A page's machine, connected through a message channel to a scripted one. */
export function connectMachines(responses: MachineResponses = {}) {
  const { port1, port2 } = new MessageChannel()
  const machine = scriptedMachine(responses)
  const listen = (port: MessagePort) => (_type: string, listener: (event: { data: unknown }) => void) =>
    port.on('message', (data: unknown) => listener({ data }))
  serveMachine(
    { postMessage: (data) => port2.postMessage(data), addEventListener: listen(port2) },
    async () => machine,
  )
  const client = createWorkerClient({
    postMessage: (data) => port1.postMessage(data),
    addEventListener: (type, listener) => void (type === 'message' && listen(port1)(type, listener)),
    terminate: () => port1.close(),
  })
  return { client, machine, port2 }
}

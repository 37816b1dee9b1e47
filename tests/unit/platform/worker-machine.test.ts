import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { MachineError } from '#platform/machine/machine.ts'
import { hostMachine } from '#platform/machine/machine-host.ts'
import { type MachineScript, scriptedMachine } from '#platform/machine/scripted-machine.ts'
import { workerMachine } from '#platform/machine/worker-machine.ts'

/** A page's machine and, at the other end of a line, a scripted one. */
function joined(script: MachineScript = {}) {
  const { port1, port2 } = new MessageChannel()
  const far = scriptedMachine(script)
  const listen = (port: MessagePort) => (_type: string, listener: (event: { data: unknown }) => void) =>
    port.on('message', (data: unknown) => listener({ data }))
  hostMachine({ postMessage: (data) => port2.postMessage(data), addEventListener: listen(port2) }, far)
  const near = workerMachine({
    postMessage: (data) => port1.postMessage(data),
    addEventListener: (type, listener) => void (type === 'message' && listen(port1)(type, listener)),
    terminate: () => port1.close(),
  })
  return { near, far, port2 }
}

test('states and output of the far machine reach the near one in their order', async () => {
  const { near } = joined()
  const seen: string[] = []
  near.onState(({ kind }) => seen.push(kind))
  near.onOutput((bytes) => seen.push(new TextDecoder().decode(bytes).includes('lab:~$') ? 'prompt' : 'other'))
  await near.start()
  expect(seen).toEqual(['loading', 'starting', 'running', 'prompt'])
  near.dispose()
})

test('a refusal keeps its fault', async () => {
  const { near } = joined()
  await expect(near.run('true')).rejects.toMatchObject({ fault: 'not-running' })
  await near.start()
  await expect(near.readFile('/nothing')).rejects.toMatchObject({ fault: 'no-such-file' })
  near.dispose()
})

test('disposing of it rejects what is under way', async () => {
  const { near } = joined()
  await near.start()
  const answer = near.run('sleep 100')
  near.dispose()
  await expect(answer).rejects.toBeInstanceOf(MachineError)
  await expect(near.run('true')).rejects.toMatchObject({ fault: 'not-running' })
})

test('a message that is none is left alone, on both sides', async () => {
  const { near, far, port2 } = joined()
  await near.start()
  port2.postMessage({ kind: 'state', state: { kind: 'on fire' } })
  port2.postMessage('hello')
  const result = await near.run('anything')
  expect(result.exitCode).toBe(127)
  expect(near.state.kind).toBe('running')
  expect(far.state.kind).toBe('running')
  near.dispose()
})

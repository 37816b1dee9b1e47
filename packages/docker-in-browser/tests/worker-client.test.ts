import { expect, test } from 'vitest'
import { MachineError } from '../src/machine.ts'
import { connectMachines } from './connected-machines.ts'

test('states and output of the far machine reach the near one in their order', async () => {
  const { near } = connectMachines()
  const seen: string[] = []
  near.onState(({ kind }) => seen.push(kind))
  near.onOutput((bytes) => seen.push(new TextDecoder().decode(bytes).includes('lab:~$') ? 'prompt' : 'other'))
  await near.start()
  expect(seen).toEqual(['loading', 'starting', 'running', 'prompt'])
  near.dispose()
})

test('what is typed, and the size that is set, before the far machine runs reach it when it does', async () => {
  const { near, far } = connectMachines()
  const hasStarted = near.start()
  near.resize(132, 40)
  near.onState(({ kind }) => {
    if (kind === 'starting') near.write('docker ps')
  })
  await hasStarted
  await near.run('true')
  expect(far.typed).toBe('docker ps')
  expect(far.size).toMatchObject({ columns: 132, rows: 40 })
  near.dispose()
})

test('a refusal keeps its failure', async () => {
  const { near } = connectMachines()
  await expect(near.run('true')).rejects.toMatchObject({ failure: 'not-running' })
  await near.start()
  await expect(near.readFile('/nothing')).rejects.toMatchObject({ failure: 'no-such-file' })
  near.dispose()
})

test('disposing rejects pending calls', async () => {
  const { near } = connectMachines()
  await near.start()
  const answer = near.run('sleep 100')
  near.dispose()
  await expect(answer).rejects.toBeInstanceOf(MachineError)
  await expect(near.run('true')).rejects.toMatchObject({ failure: 'not-running' })
})

test('an invalid message is ignored on both sides', async () => {
  const { near, far, port2 } = connectMachines()
  await near.start()
  port2.postMessage({ kind: 'state', state: { kind: 'on fire' } })
  port2.postMessage('hello')
  const result = await near.run('anything')
  expect(result.exitCode).toBe(127)
  expect(near.state.kind).toBe('running')
  expect(far.state.kind).toBe('running')
  near.dispose()
})

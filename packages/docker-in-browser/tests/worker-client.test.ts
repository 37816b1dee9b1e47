import { expect, test } from 'vitest'
import { MachineError } from '../src/machine.ts'
import { connectMachines } from './connected-machines.ts'

test('states and output reach the page in order', async () => {
  const { client } = connectMachines()
  const seen: string[] = []
  client.onState(({ kind }) => seen.push(kind))
  client.onOutput((bytes) =>
    seen.push(new TextDecoder().decode(bytes).includes('lab:~$') ? 'prompt' : 'other'),
  )
  await client.start()
  expect(seen).toEqual(['loading', 'starting', 'running', 'prompt'])
  client.dispose()
})

test('input and a terminal size sent before the machine runs reach it once it runs', async () => {
  const { client, machine } = connectMachines()
  const hasStarted = client.start()
  client.resize(132, 40)
  client.onState(({ kind }) => {
    if (kind === 'starting') client.write('docker ps')
  })
  await hasStarted
  await client.run('true')
  expect(machine.typed).toBe('docker ps')
  expect(machine.size).toMatchObject({ columns: 132, rows: 40 })
  client.dispose()
})

test('a rejected call keeps its failure reason', async () => {
  const { client } = connectMachines()
  await expect(client.run('true')).rejects.toMatchObject({ failure: 'not-running' })
  await client.start()
  await expect(client.readFile('/nothing')).rejects.toMatchObject({ failure: 'no-such-file' })
  client.dispose()
})

test('disposing rejects pending calls', async () => {
  const { client } = connectMachines()
  await client.start()
  const answer = client.run('sleep 100')
  client.dispose()
  await expect(answer).rejects.toBeInstanceOf(MachineError)
  await expect(client.run('true')).rejects.toMatchObject({ failure: 'not-running' })
})

test('an invalid message is ignored on both sides', async () => {
  const { client, machine, port2 } = connectMachines()
  await client.start()
  port2.postMessage({ kind: 'state', state: { kind: 'on fire' } })
  port2.postMessage('hello')
  const result = await client.run('anything')
  expect(result.exitCode).toBe(127)
  expect(client.state.kind).toBe('running')
  expect(machine.state.kind).toBe('running')
  client.dispose()
})

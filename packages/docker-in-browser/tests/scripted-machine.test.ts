import { describe, expect, test } from 'vitest'
import { type MachineResponses, scriptedMachine } from '../testing/scripted-machine.ts'
import { connectMachines } from './connected-machines.ts'
import { testMachineContract } from './machine-contract.ts'

/** As much of bash as the contract requires. */
const bash: MachineResponses = {
  scripts: [
    { pattern: /^echo hello$/, result: { output: 'hello\n' } },
    { pattern: /^echo one$/, result: { output: 'one\n' } },
    { pattern: /^echo two$/, result: { output: 'two\n' } },
    { pattern: /^exit 3$/, result: { exitCode: 3 } },
  ],
  commands: [{ pattern: /^echo typed-\$\(\(40 \+ 2\)\)$/, output: 'typed-42\n' }],
}

const makers = {
  scripted: () => scriptedMachine(bash),
  'over a message channel': () => connectMachines(bash).client,
}

test.each(Object.entries(makers))('%s: the first listener receives earlier output', async (_, make) => {
  const machine = make()
  await machine.start()
  await machine.run('echo hello')
  const heard: string[] = []
  machine.onOutput((bytes) => heard.push(new TextDecoder().decode(bytes)))
  expect(heard.join('')).toContain('root@lab:~$ ')
  machine.dispose()
})

describe('scripted', () => testMachineContract(() => scriptedMachine(bash), 5_000))
describe('over a message channel', () => testMachineContract(() => connectMachines(bash).client, 5_000))

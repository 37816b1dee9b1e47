import { describe, expect, test } from 'vitest'
import { type MachineScript, scriptedMachine } from '../testing/scripted-machine.ts'
import { connectMachines } from './connected-machines.ts'
import { testMachineContract } from './machine-contract.ts'

/** As much of bash as the contract requires. */
const bash: MachineScript = {
  runs: [
    { when: /^echo hello$/, answer: { output: 'hello\n' } },
    { when: /^echo one$/, answer: { output: 'one\n' } },
    { when: /^echo two$/, answer: { output: 'two\n' } },
    { when: /^exit 3$/, answer: { exitCode: 3 } },
  ],
  types: [{ when: /^echo typed-\$\(\(40 \+ 2\)\)$/, shows: 'typed-42\n' }],
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

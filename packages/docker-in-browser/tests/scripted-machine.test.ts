import { describe, expect, test } from 'vitest'
import { type MachineScript, scriptedMachine } from '../testing/scripted-machine.ts'
import { connectMachines } from './connected-machines.ts'
import { testMachineContract } from './machine-contract.ts'

/** As much of bash as the contract asks for. */
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
  'at the other end of a line': () => connectMachines(bash).near,
}

test.each(Object.entries(makers))(
  '%s: the first listener hears what was shown before it came',
  async (_, make) => {
    const machine = make()
    await machine.start()
    await machine.run('echo hello')
    const heard: string[] = []
    machine.onOutput((bytes) => heard.push(new TextDecoder().decode(bytes)))
    expect(heard.join('')).toContain('root@lab:~$ ')
    machine.dispose()
  },
)

describe('scripted', () => testMachineContract(() => scriptedMachine(bash), 5_000))
describe('at the other end of a line', () => testMachineContract(() => connectMachines(bash).near, 5_000))

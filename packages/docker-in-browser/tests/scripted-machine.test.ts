import { describe } from 'vitest'
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

describe('scripted', () => testMachineContract(() => scriptedMachine(bash), 5_000))
describe('at the other end of a line', () => testMachineContract(() => connectMachines(bash).near, 5_000))

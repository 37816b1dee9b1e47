import { describe, expect, test } from 'vitest'
import { createHeadlessMachine, readImage } from '../../node/headless-machine.ts'
import { readV86Program } from '../../node/v86-program.ts'
import { V86Machine } from '../../src/emulator/v86-machine.ts'
import { fakeImage, site } from '../../testing/fake-image.ts'
import { testMachineContract } from '../machine-contract.ts'

const none = new Uint8Array()

test('an invalid snapshot fails at once', async () => {
  const { manifest, files } = fakeImage()
  const source = {
    part: async ({ sha256 }: { sha256: string }) => files.get(`${site}parts/${sha256}`) ?? none,
  }
  const machine = new V86Machine({ manifest, source, program: readV86Program(), now: () => 0 })
  await expect(machine.start()).rejects.toThrow()
  expect(machine.state).toEqual({ kind: 'failed', failure: 'crashed' })
  machine.dispose()
})

describe('v86', () => {
  testMachineContract(() => createHeadlessMachine(readImage()), 240_000)
})

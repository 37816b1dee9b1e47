import { describe, expect, test } from 'vitest'
import { V86Machine } from '#platform/machine/v86-machine.ts'
import { program } from '#scripts/lab/image/build-machine.ts'
import { createHeadlessMachine, readImage } from '#scripts/lab/machine.ts'
import { hasLabs } from '#scripts/site-config.ts'
import { fakeImage, site } from './fake-image.ts'
import { testMachineContract } from './machine-contract.ts'

const none = new Uint8Array()

test('a snapshot that is none is told at once, and the machine has failed', async () => {
  const { manifest, files } = fakeImage()
  const source = {
    part: async ({ sha256 }: { sha256: string }) => files.get(`${site}parts/${sha256}`) ?? none,
  }
  const machine = new V86Machine({ manifest, source, program: program(), now: () => 0 })
  await expect(machine.start()).rejects.toThrow()
  expect(machine.state).toEqual({ kind: 'failed', fault: 'crashed' })
  machine.dispose()
})

// The real machine takes the real image: npm run lab:image.
describe.runIf(hasLabs)('v86', () => {
  testMachineContract(() => createHeadlessMachine(readImage()), 240_000)
})

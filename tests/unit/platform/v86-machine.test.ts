import { describe } from 'vitest'
import { machineOf, readImage } from '#scripts/lab/machine.ts'
import { hasLabs } from '#scripts/site.ts'
import { machineContract } from './machine-contract.ts'

// The real machine takes the real image: npm run lab:image.
describe.runIf(hasLabs)('v86', () => {
  machineContract(() => machineOf(readImage()), 240_000)
})

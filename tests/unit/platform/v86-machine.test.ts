import { existsSync } from 'node:fs'
import { describe } from 'vitest'
import { V86Machine } from '#platform/machine/v86-machine.ts'
import { folderSource, imageFolder, readImage } from '#scripts/lab/machine.ts'
import { machineContract } from './machine-contract.ts'

// The real machine takes the real image: npm run lab:image.
describe.runIf(existsSync(`${imageFolder}/manifest.json`))('v86', () => {
  machineContract(() => {
    const { folder, manifest } = readImage()
    return new V86Machine({
      manifest,
      source: folderSource(folder),
      wasm: 'node_modules/v86/build/v86.wasm',
      now: () => Date.now(),
    })
  }, 240_000)
})

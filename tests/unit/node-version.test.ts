import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const manifest = JSON.parse(readFileSync('package.json', 'utf8'))

test('.node-version names the Node version that runs the scripts', () => {
  expect(readFileSync('.node-version', 'utf8').trim()).toBe(manifest.devDependencies.node)
  expect(process.version).toBe(`v${manifest.devDependencies.node}`)
})

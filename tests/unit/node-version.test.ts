import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const manifest = JSON.parse(readFileSync('package.json', 'utf8'))

test('.node-version names the Node version that runs the scripts', () => {
  expect(readFileSync('.node-version', 'utf8').trim()).toBe(manifest.devDependencies.node)
  expect(process.version).toBe(`v${manifest.devDependencies.node}`)
})

test('a script that installs the pinned Node does not run `node` itself after that', () => {
  // The shell caches the path of `node`, so it would run the old one again.
  const scripts: string[] = Object.values(manifest.scripts)
  const faulty = scripts.filter((script) => /setup\.mjs.*(&&|;)\s*node\s/.test(script))
  expect(faulty).toEqual([])
})

import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadedOnDemand } from '#tests/support/loaded-on-demand.ts'

/** Every file of the source with what it loads on demand, as in the list. All drawings of figures count as one. */
function loadedInSource(): string[] {
  const files = ['src', 'packages/docker-in-browser/src'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
      .map((file) => `${folder}/${file}`),
  )
  return files.flatMap((file) => {
    const comment = /\/\*[\s\S]*?\*\/|\/\/.*$/gm
    const code = readFileSync(file, 'utf8').replace(comment, '')
    const calls = code.matchAll(/(?<!typeof )\b(?:import|fetch)\(\s*['"]?([^'"),\s]+)/g)
    return [...calls].map(([, what = '']) => `${file} ${what.replace(/^\.\/drawings\/.*/, './drawings/*')}`)
  })
}

test('everything loaded on demand has a test of its load failure, or a reason why not', () => {
  expect([...new Set(loadedInSource())].sort()).toEqual(Object.keys(loadedOnDemand).sort())
})

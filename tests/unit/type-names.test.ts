// @vitest-environment jsdom
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const sources = globSync(['src/**/*.{ts,tsx}', 'scripts/**/*.ts', 'packages/*/{src,node,testing}/**/*.ts'])

test('no type has the name of a global of the browser', () => {
  const clashes = sources.flatMap((file) => {
    const declared = readFileSync(file, 'utf8').matchAll(/^(?:export )?(?:type|interface|class) (\w+)/gm)
    return [...declared].flatMap(([, name = '']) => (name in window ? `${file}: ${name}` : []))
  })
  expect(clashes).toEqual([])
})

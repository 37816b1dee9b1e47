import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { paths } from '#domain/paths.ts'

const fixed = Object.values(paths)
  .filter((path) => path.length === 0)
  .map((path) => (path as () => string)())
const firstSegments = new Set(
  [...fixed, paths.brief('x'), paths.lab('x'), paths.primer('x')].map((path) => path.split('/')[1]),
)
const sources = ['src', 'scripts/content'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file)),
)

const withoutComments = (source: string) => source.replace(/^\s*(\/\/|\/?\*).*$/gm, '')

test('no address of the site is written by hand beside paths.ts', () => {
  const found = sources
    .filter((file) => file !== 'src/domain/paths.ts')
    .flatMap((file) =>
      [...withoutComments(readFileSync(file, 'utf8')).matchAll(/to="\/"|['"`]\/([a-z0-9]+)(?=[/?#'"`])/g)]
        .filter(([, segment]) => segment === undefined || firstSegments.has(segment))
        .map(([text]) => `${file}: ${text}`),
    )
  expect(found).toEqual([])
})

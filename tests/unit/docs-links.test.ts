import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const documents = globSync([
  '*.md',
  'docs/**/*.md',
  '.github/**/*.md',
  'src/**/*.md',
  'scripts/**/*.md',
  'packages/**/*.md',
])

/** Targets of Markdown links and images that are neither web addresses nor fragments of the same document. */
function relativeLinks(markdown: string): string[] {
  const targets = [...markdown.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) =>
    (target ?? '').replace(/#.*/, ''),
  )
  return targets.filter((target) => target !== '' && !/^[a-z]+:/.test(target))
}

test('every relative link in the documents points to a file that exists', () => {
  const broken = documents.flatMap((document) =>
    relativeLinks(readFileSync(document, 'utf8'))
      .filter((target) => !existsSync(join(dirname(document), target)))
      .map((target) => `${document}: ${target}`),
  )
  expect(documents.length).toBeGreaterThan(10)
  expect(broken).toEqual([])
})

test('every decision is listed in the index of decisions', () => {
  const index = readFileSync('docs/decisions/README.md', 'utf8')
  const files = globSync('[0-9]*.md', { cwd: 'docs/decisions' })
  expect(files.filter((file) => !index.includes(`(${file})`))).toEqual([])
})

test('every decision that code refers to exists', () => {
  const files = globSync('[0-9]*.md', { cwd: 'docs/decisions' })
  const sources = globSync(['src/**/*.{ts,tsx,css}', 'scripts/**/*.ts', 'tests/**/*.{ts,tsx}', '.ci/*'])
  const missing = sources.flatMap((source) =>
    [...readFileSync(source, 'utf8').matchAll(/docs\/decisions\/(\d{4}(?:-[a-z0-9-]+\.md)?)/g)]
      .map(([, name]) => name ?? '')
      .filter((name) => !files.some((file) => file.startsWith(name)))
      .map((name) => `${source}: ${name}`),
  )
  expect(missing).toEqual([])
})

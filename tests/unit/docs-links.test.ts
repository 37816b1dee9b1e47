import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
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

test('every decision that code mentions exists', () => {
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

/** Folders that paths in the documents are relative to: the root, and the folder that a document is about. */
const pathRoots = ['', 'src', 'packages/docker-in-browser', 'packages/docker-in-browser/src', 'tests/content']

/** Not in the repository: written by the build or the tests, or the name of a package. */
const notInRepository =
  /^(build|\.cache|\.lab)\/|^lab\/$|^(lab|own-docker)\/\w+\.(json|txt)$|^@|^docker-in-browser\//

/** Code spans that look like paths. A file may be mentioned without its folder. */
function namedPaths(markdown: string): string[] {
  const codeSpans = [...markdown.matchAll(/`([^`\n]+)`/g)].map(([, text]) => text ?? '')
  const isPath =
    /^\.?[\w@*-][\w@.*-]*(\/[\w@.*-]+)+\/?$|^[\w.-]+\/$|^[\w*.-]+\.(tsx?|mjs|css|json|ya?ml|mdx?|c)$/
  return codeSpans.filter((text) => isPath.test(text) && !notInRepository.test(text))
}

test('every path that the documents mention exists', () => {
  const names = new Set(
    globSync('{src,scripts,packages,tests,content,docs}/**/*.*', {
      exclude: (path) => path.includes('node_modules'),
    }).map((path) => basename(path)),
  )
  const exists = (path: string, document: string) =>
    [...pathRoots, dirname(document)].some((root) => globSync(join(root, path)).length > 0) || names.has(path)
  const missing = documents.flatMap((document) =>
    namedPaths(readFileSync(document, 'utf8'))
      .filter((path) => !exists(path, document))
      .map((path) => `${document}: ${path}`),
  )
  expect(missing).toEqual([])
})

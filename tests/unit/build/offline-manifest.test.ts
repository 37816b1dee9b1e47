import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesOfPage } from '#domain/offline/manifest.ts'
import { addBuildId, buildId, createOfflineManifest, totalBytes } from '#scripts/build/offline-manifest.ts'
import { builtSite } from './built-site.ts'

const site = {
  '404.html': '<title>No page here</title>',
  '__spa-fallback.html':
    '<link rel="stylesheet" href="/assets/app-1.css"/><script src="/assets/entry-1.js"></script>',
  'icon.svg': '<svg/>',
  'manifest.webmanifest': '{}',
  'index.html': '<title>Docker Mastery</title><script src="/assets/entry-1.js"></script>',
  '_.data': 'home',
  'search/index.html': '<title>Search · Docker Mastery</title><script>"/assets/search-1.js"</script>',
  'search.data': 'search',
  'labs/index.html': '<title>Labs · Docker Mastery</title><script>"/assets/labs-1.js"</script>',
  'labs.data': 'labs',
  'assets/entry-1.js': 'import"./shared-1.js"',
  'assets/shared-1.js': '',
  'assets/search-1.js': 'import"./shared-1.js";const later=()=>import(`./dialog-1.js`)',
  'assets/dialog-1.js': 'load("/docker/assets/dialog-1.css")',
  'assets/dialog-1.css': '',
  'assets/labs-1.js': 'const start=()=>import("./terminal-1.js")',
  'assets/terminal-1.js': '',
  'assets/app-1.css': '',
  'assets/search-index-1.json': '{}',
  'assets/serif-1.woff2': 'font',
  'assets/unused-1.js': '',
}

function manifestOf(folder = builtSite(site)) {
  const manifest = createOfflineManifest(folder, 'b1', ['/', '/search', '/labs'], ['assets/terminal-1.js'])
  const filesOf = (address: string) => {
    const page = manifest.pages.find((one) => one.address === address)
    return page ? filesOfPage(manifest, page).map(({ path }) => path) : []
  }
  return { manifest, filesOf }
}

const core = [
  '404.html',
  'icon.svg',
  'manifest.webmanifest',
  'assets/app-1.css',
  'assets/entry-1.js',
  'assets/shared-1.js',
  '__spa-fallback.html',
]

test('the precache has what every page needs: the shell with its imports, icons, and the 404 page', () => {
  const { manifest } = manifestOf()
  expect(manifest.core.map((index) => manifest.files[index]?.path)).toEqual(core)
})

test('a lesson needs the drawing of its own figure, and no other', () => {
  const lesson = (id: string) =>
    `<title>L</title><i data-figure="${id}"></i><script>"/assets/registry-1.js"</script>`
  const folder = builtSite({
    ...site,
    'search/index.html': lesson('ghost-weight'),
    'labs/index.html': lesson('vxlan-frame'),
    'assets/registry-1.js': 'import("./ghost-weight-1a2b3c4d.js");import("./vxlan-frame-1a2b3c4d.js")',
    'assets/ghost-weight-1a2b3c4d.js': 'import"./primitives-1.js"',
    'assets/vxlan-frame-1a2b3c4d.js': '',
    'assets/primitives-1.js': '',
  })
  const { filesOf } = manifestOf(folder)
  expect(filesOf('search')).toEqual(
    expect.arrayContaining(['assets/ghost-weight-1a2b3c4d.js', 'assets/primitives-1.js']),
  )
  expect(filesOf('search')).not.toContain('assets/vxlan-frame-1a2b3c4d.js')
  expect(filesOf('labs')).not.toContain('assets/primitives-1.js')
})

test('the search dialog is stored with the index it searches, not with every page', () => {
  const folder = builtSite({
    ...site,
    'assets/shared-1.js': 'import("./search-dialog-1a2b3c4d.js")',
    'assets/search-dialog-1a2b3c4d.js': 'import"./use-search-1.js"',
    'assets/use-search-1.js': '',
  })
  const { filesOf } = manifestOf(folder)
  const code = ['assets/search-dialog-1a2b3c4d.js', 'assets/use-search-1.js']
  expect(filesOf('search')).toEqual(expect.arrayContaining([...code, 'assets/search-index-1.json']))
  expect(filesOf('labs').filter((path) => code.includes(path))).toEqual([])
})

test('a page needs its scripts, their static and dynamic imports, their styles, and its data last', () => {
  expect(manifestOf().filesOf('search')).toEqual([
    ...core,
    'assets/dialog-1.css',
    'assets/dialog-1.js',
    'assets/search-1.js',
    'assets/search-index-1.json',
    'search.data',
  ])
})

test('the code of a running lab belongs to no page, and fonts only to the first page', () => {
  const { filesOf } = manifestOf()
  expect(filesOf('labs')).toEqual([...core, 'assets/labs-1.js', 'labs.data'])
  expect(filesOf('')).toEqual([...core, 'assets/serif-1.woff2', '_.data'])
})

test('titles are listed without the name of the course', () => {
  expect(manifestOf().manifest.pages.map(({ title }) => title)).toEqual(['Docker Mastery', 'Search', 'Labs'])
})

test('no file is listed twice, and the total is the size of all files', () => {
  const { manifest } = manifestOf()
  const paths = manifest.files.map(({ path }) => path)
  expect(new Set(paths).size).toBe(paths.length)
  const lengths = paths.map((path) => site[path as keyof typeof site].length)
  expect(totalBytes(manifest)).toBe(lengths.reduce((sum, length) => sum + length, 0))
})

test('a changed file has a new digest, and the others keep theirs', () => {
  const folder = builtSite(site)
  const before = manifestOf(folder).manifest
  writeFileSync(join(folder, 'assets/shared-1.js'), 'changed')
  const after = manifestOf(folder).manifest
  const changed = after.files.filter(({ digest }, index) => digest !== before.files[index]?.digest)
  expect(changed.map(({ path }) => path)).toEqual(['assets/shared-1.js'])
})

test('a changed file gives a new build id, and the same files the same one', () => {
  const folder = builtSite(site)
  const before = buildId(folder)
  expect(buildId(folder)).toBe(before)
  expect(before).toMatch(/^[\w-]{12}$/)
  writeFileSync(join(folder, 'icon.svg'), '<svg></svg>')
  expect(buildId(folder)).not.toBe(before)
})

test('a page has its build id in its head', () => {
  expect(addBuildId('<head></head><body></body>', 'b1')).toBe(
    '<head><meta name="build" content="b1"/></head><body></body>',
  )
})

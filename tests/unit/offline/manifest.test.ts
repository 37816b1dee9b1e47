import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  filesOfPage,
  findPage,
  isPageAvailable,
  nextPageToStore,
  type OfflineManifest,
  offlineCopySize,
} from '#domain/offline/manifest.ts'
import { renderNotAvailablePage } from '#domain/offline/not-available-page.ts'

const addresses = ['', 'search', 'internals/cgroups', 'storage/tmpfs', 'storage/volumes']

/** Each page has a file that others share, a file of its own, and its data. */
const manifest: OfflineManifest = {
  build: 'b',
  shell: 'shell.html',
  notFound: '404.html',
  files: [
    { path: '404.html', digest: '', bytes: 1 },
    { path: 'shell.html', digest: '', bytes: 10 },
    { path: 'assets/shared.js', digest: '', bytes: 100 },
    ...addresses.map((address) => ({ path: `${address || '_'}.data`, digest: '', bytes: 1000 })),
  ],
  core: [0, 1],
  pages: addresses.map((address, index) => ({ address, title: address, files: [2, 3 + index] })),
}
const allPaths = manifest.files.map(({ path }) => path)

describe('a page is found by its path', () => {
  test.each([
    ['', ''],
    ['index.html', ''],
    ['storage/tmpfs', 'storage/tmpfs'],
    ['storage/tmpfs/', 'storage/tmpfs'],
    ['storage/tmpfs/index.html', 'storage/tmpfs'],
    ['storage', undefined],
    ['myindex.html', undefined],
  ])('%j is %j', (path, address) => {
    expect(findPage(manifest, path)?.address).toBe(address)
  })
})

test("a page's files are the common ones, its own, and finally its data", () => {
  const page = findPage(manifest, 'search')
  expect(page && filesOfPage(manifest, page).map(({ path }) => path)).toEqual([
    '404.html',
    'shell.html',
    'assets/shared.js',
    'search.data',
  ])
})

describe('the next page to store', () => {
  const afterVisits = (visited: string[], kept: string[] = []) =>
    nextPageToStore(manifest, new Set(kept), visited)?.address

  test.each([
    ['nothing visited: the course from its start', [], ''],
    ['the page just opened', ['search', 'storage/tmpfs'], 'storage/tmpfs'],
    ['an address that is no page changes nothing', ['nowhere'], ''],
  ])('%s', (_, visited, address) => {
    expect(afterVisits(visited)).toBe(address)
  })

  test('visited pages are stored first, then following pages, then the rest', () => {
    const order: (string | undefined)[] = []
    const kept = ['404.html', 'shell.html', 'assets/shared.js']
    for (;;) {
      const next = afterVisits(['search', 'storage/tmpfs'], kept)
      if (next === undefined) break
      order.push(next)
      kept.push(`${next || '_'}.data`)
    }
    expect(order).toEqual(['storage/tmpfs', 'search', 'storage/volumes', '', 'internals/cgroups'])
  })

  test('every page is stored once, whatever was visited', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...addresses, 'nowhere')), (visited) => {
        const kept = new Set<string>()
        const order: string[] = []
        for (
          let page = nextPageToStore(manifest, kept, visited);
          page;
          page = nextPageToStore(manifest, kept, visited)
        ) {
          order.push(page.address)
          for (const { path } of filesOfPage(manifest, page)) kept.add(path)
        }
        expect(order.toSorted()).toEqual(addresses.toSorted())
      }),
    )
  })
})

describe('the size of the offline copy', () => {
  test('is zero at first, and complete when all files are stored', () => {
    expect(offlineCopySize(manifest, new Set())).toEqual({ pages: 0, allPages: 5, bytes: 0, allBytes: 5111 })
    expect(offlineCopySize(manifest, new Set(allPaths))).toEqual({
      pages: 5,
      allPages: 5,
      bytes: 5111,
      allBytes: 5111,
    })
  })

  test('counts neither incomplete pages nor files of other builds', () => {
    fc.assert(
      fc.property(fc.subarray(allPaths), (paths) => {
        const kept = new Set([...paths, 'assets/of-another-build.js'])
        const { pages, bytes } = offlineCopySize(manifest, kept)
        expect(pages).toBe(manifest.pages.filter((page) => isPageAvailable(manifest, page, kept)).length)
        expect(bytes).toBeLessThanOrEqual(5111)
        if (paths.length < allPaths.length) expect(bytes).toBeLessThan(5111)
      }),
    )
  })
})

test('the page for content that is not stored names it, links to stored pages, and keeps header and footer', () => {
  const notFound =
    '<head><title>No page here</title></head><header>H</header><main id="main">old</main><footer>F</footer>'
  const page = { address: 'storage/tmpfs', title: 'Money $1 &amp; $&amp;', files: [] }
  const html = renderNotAvailablePage(notFound, '/docker/', page, [
    { address: 'internals/cgroups', title: 'Cgroups', files: [] },
  ])
  expect(html).toContain('<header>H</header><main id="main"><div')
  expect(html).toContain('</main><footer>F</footer>')
  expect(html).not.toContain('old')
  expect(html).toContain('“Money $1 &amp; $&amp;” has not been stored')
  expect(html).toContain('<a href="/docker/internals/cgroups">Cgroups</a>')
  expect(html).toContain('<a href="/docker/storage/tmpfs">reload the page</a>')
})

import { afterEach, expect, test, vi } from 'vitest'
import { bytesOf, initialParts } from '../src/image/image-summary.ts'
import { readImageSummary } from '../src/read-image-summary.ts'
import { manifestAddress } from '../testing/fake-image.ts'
import { location, setUp } from './image-cache-set-up.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('no manifest, or a page in its place, is no image; a dead network is a network failure', async () => {
  const { web, open } = setUp()
  web.files.delete(manifestAddress)
  await expect((await open()).manifest()).rejects.toMatchObject({ failure: 'no-image' })
  web.files.set(manifestAddress, new TextEncoder().encode('<!doctype html>'))
  await expect((await open()).manifest()).rejects.toMatchObject({ failure: 'no-image' })
  web.isOnline = false
  await expect((await open()).manifest()).rejects.toMatchObject({ failure: 'network' })
})

test.each([
  ['null\n', 'no-image'],
  ['<!doctype html>', 'no-image'],
  ['{"format":1,', 'broken-manifest'],
  ['{"format":99}', 'broken-manifest'],
])('a site that has "%s" for a manifest fails with %s', async (text, failure) => {
  const { web } = setUp()
  web.files.set(manifestAddress, new TextEncoder().encode(text))
  await expect(readImageSummary(location)).rejects.toMatchObject({ failure })
})

test('the summary is read without storing anything, and offline from what is stored', async () => {
  const { web, open, manifest } = setUp()
  const summary = await readImageSummary(location)
  expect(summary).toMatchObject({ firstDownload: bytesOf(initialParts(manifest)), memory: manifest.memory })
  expect(web.kept.size).toBe(0)
  web.isOnline = false
  await expect(readImageSummary(location)).rejects.toMatchObject({ failure: 'network' })
  web.isOnline = true
  await (await open()).manifest()
  web.isOnline = false
  expect(await readImageSummary(location)).toEqual(summary)
})

test.each([500, 503, 429])(
  'a site that answers %i for the manifest is a network failure',
  async (refusal) => {
    const { web, open } = setUp()
    web.files.delete(manifestAddress)
    web.refusal = refusal
    await expect((await open()).manifest()).rejects.toMatchObject({ failure: 'network' })
  },
)

test('a manifest whose download is cut off is a network failure', async () => {
  const { open } = setUp()
  const cutOff = new ReadableStream({ pull: (body) => body.error(new TypeError('network error')) })
  vi.stubGlobal('fetch', async () => new Response(cutOff))
  await expect((await open()).manifest()).rejects.toMatchObject({ failure: 'network' })
})

test.each([
  ['a refusal', 404, undefined],
  ['a server in trouble', 503, undefined],
  ['a page of HTML', 200, '<!doctype html>'],
  ['a manifest of another kind', 200, '{}'],
])('the kept manifest stands in for %s', async (_name, refusal, page) => {
  const { web, open, manifest } = setUp()
  await (await open()).manifest()
  web.refusal = refusal
  web.files.delete(manifestAddress)
  if (page) web.files.set(manifestAddress, new TextEncoder().encode(page))
  expect(await (await open()).manifest()).toEqual(manifest)
})

test('a manifest whose download is cancelled is cancelled, though one is kept', async () => {
  const { web, open } = setUp()
  await (await open()).manifest()
  const stop = new AbortController()
  web.onRequest = () => stop.abort()
  const cache = await open({ signal: stop.signal })
  await expect(cache.manifest()).rejects.toMatchObject({ failure: 'canceled' })
})

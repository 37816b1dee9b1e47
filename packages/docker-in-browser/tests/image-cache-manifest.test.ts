import { afterEach, expect, test, vi } from 'vitest'
import { bytesOf, initialParts } from '../src/image/image-summary.ts'
import { readImageSummary } from '../src/read-image-summary.ts'
import { manifestAddress } from '../testing/fake-image.ts'
import { location, setUp } from './image-cache-set-up.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('without a manifest, or with an HTML page instead, there is no image; offline is a network failure', async () => {
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
])('a site that serves "%s" as its manifest fails with %s', async (text, failure) => {
  const { web } = setUp()
  web.files.set(manifestAddress, new TextEncoder().encode(text))
  await expect(readImageSummary(location)).rejects.toMatchObject({ failure })
})

test('the summary is read without storing anything, and offline from the stored manifest', async () => {
  const { web, open, manifest } = setUp()
  const summary = await readImageSummary(location)
  expect(summary).toMatchObject({ firstDownload: bytesOf(initialParts(manifest)), memory: manifest.memory })
  expect(web.stored.size).toBe(0)
  web.isOnline = false
  await expect(readImageSummary(location)).rejects.toMatchObject({ failure: 'network' })
  web.isOnline = true
  await (await open()).manifest()
  web.isOnline = false
  expect(await readImageSummary(location)).toEqual(summary)
})

test.each([500, 503, 429])('a response of %i for the manifest is a network failure', async (status) => {
  const { web, open } = setUp()
  web.files.delete(manifestAddress)
  web.missingStatus = status
  await expect((await open()).manifest()).rejects.toMatchObject({ failure: 'network' })
})

test('an interrupted download of the manifest is a network failure', async () => {
  const { open } = setUp()
  const cutOff = new ReadableStream({ pull: (body) => body.error(new TypeError('network error')) })
  vi.stubGlobal('fetch', async () => new Response(cutOff))
  await expect((await open()).manifest()).rejects.toMatchObject({ failure: 'network' })
})

test.each([
  ['a missing file', 404, undefined],
  ['a failing server', 503, undefined],
  ['a page of HTML', 200, '<!doctype html>'],
  ['a manifest of another version', 200, '{}'],
])('the stored manifest is used after %s', async (_name, status, page) => {
  const { web, open, manifest } = setUp()
  await (await open()).manifest()
  web.missingStatus = status
  web.files.delete(manifestAddress)
  if (page) web.files.set(manifestAddress, new TextEncoder().encode(page))
  expect(await (await open()).manifest()).toEqual(manifest)
})

test('a canceled download of the manifest is reported as canceled, even if one is stored', async () => {
  const { web, open } = setUp()
  await (await open()).manifest()
  const stop = new AbortController()
  web.onRequest = () => stop.abort()
  const cache = await open({ signal: stop.signal })
  await expect(cache.manifest()).rejects.toMatchObject({ failure: 'canceled' })
})

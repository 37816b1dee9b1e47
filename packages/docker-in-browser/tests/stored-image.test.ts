import { afterEach, expect, test, vi } from 'vitest'
import { imageFilePath } from '../src/image/image-manifest.ts'
import { allParts, bytesOf, initialParts } from '../src/image/image-summary.ts'
import { downloadFullImage, readStoredImage } from '../src/stored-image.ts'
import { site } from '../testing/fake-image.ts'
import { location, requestedParts, setUp } from './image-cache-set-up.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const keep = (signal = new AbortController().signal, onProgress = (_loaded: number, _total: number) => {}) =>
  downloadFullImage({ ...location, signal, onProgress })

test('the whole image is stored on request, and then no part needs the network', async () => {
  const { web, open, manifest } = setUp()
  expect(await readStoredImage(location)).toEqual({ bytes: 0, isComplete: false })
  await (await open()).fetchInitialParts(manifest)
  const first = await readStoredImage(location)
  expect(first).toEqual({ bytes: bytesOf(initialParts(manifest)), isComplete: false })

  const seen: [number, number][] = []
  await keep(undefined, (loaded, total) => seen.push([loaded, total]))
  const total = bytesOf(allParts(manifest))
  expect(seen.at(-1)).toEqual([total, total])
  const addresses = allParts(manifest).map((part) => site + imageFilePath(part))
  // Stored parts are not downloaded again.
  expect(requestedParts(web.requests).sort()).toEqual(addresses.sort())
  expect((await readStoredImage(location)).isComplete).toBe(true)
  web.isOnline = false
  const cache = await open()
  for (const part of allParts(await cache.manifest())) expect(await cache.part(part)).toHaveLength(part.bytes)
})

test('storing the whole image can be canceled, and fails without space', async () => {
  const { web, manifest } = setUp()
  const stop = new AbortController()
  web.onRequest = () => {
    if (requestedParts(web.requests).length > 4) stop.abort()
  }
  await expect(keep(stop.signal)).rejects.toMatchObject({ failure: 'canceled' })
  web.onRequest = () => undefined
  web.capacityBytes = bytesOf(initialParts(manifest))
  await expect(keep()).rejects.toMatchObject({ failure: 'storage-full' })
  web.capacityBytes = Number.POSITIVE_INFINITY
  await keep()
  expect((await readStoredImage(location)).isComplete).toBe(true)
})

import { afterEach, expect, test, vi } from 'vitest'
import { imageFilePath } from '../src/image/image-manifest.ts'
import { allParts, bytesOf, initialParts } from '../src/image/image-summary.ts'
import { downloadWholeImage, readStoredImage } from '../src/stored-image.ts'
import { site } from '../testing/fake-image.ts'
import { location, partsAsked, setUp } from './image-cache-set-up.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const keep = (signal = new AbortController().signal, onProgress = (_loaded: number, _total: number) => {}) =>
  downloadWholeImage({ ...location, signal, onProgress })

test('all of the image is kept when it is asked for, and then no part needs a network', async () => {
  const { web, open, manifest } = setUp()
  expect(await readStoredImage(location)).toEqual({ bytes: 0, isWhole: false })
  await (await open()).fetchFirst(manifest)
  const first = await readStoredImage(location)
  expect(first).toEqual({ bytes: bytesOf(initialParts(manifest)), isWhole: false })

  const seen: [number, number][] = []
  await keep(undefined, (loaded, total) => seen.push([loaded, total]))
  const total = bytesOf(allParts(manifest))
  expect(seen.at(-1)).toEqual([total, total])
  const addresses = allParts(manifest).map((part) => site + imageFilePath(part))
  // What was here is not fetched again.
  expect(partsAsked(web.asked).sort()).toEqual(addresses.sort())
  expect((await readStoredImage(location)).isWhole).toBe(true)
  web.isOnline = false
  const cache = await open()
  for (const part of allParts(await cache.manifest())) expect(await cache.part(part)).toHaveLength(part.bytes)
})

test('keeping all of it can be cancelled, and ends where there is no room', async () => {
  const { web, manifest } = setUp()
  const stop = new AbortController()
  web.onRequest = () => {
    if (partsAsked(web.asked).length > 4) stop.abort()
  }
  await expect(keep(stop.signal)).rejects.toMatchObject({ failure: 'canceled' })
  web.onRequest = () => undefined
  web.room = bytesOf(initialParts(manifest))
  await expect(keep()).rejects.toMatchObject({ failure: 'storage-full' })
  web.room = Number.POSITIVE_INFINITY
  await keep()
  expect((await readStoredImage(location)).isWhole).toBe(true)
})

import { afterEach, expect, test, vi } from 'vitest'
import { imageFilePath } from '../src/image/image-manifest.ts'
import { bytesOf, initialParts } from '../src/image/image-summary.ts'
import type { ImageCacheOptions } from '../src/worker/image-cache.ts'
import { site } from '../testing/fake-image.ts'
import { requestedParts, setUp } from './image-cache-set-up.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('the first download has the initial parts, and its progress ends at their total', async () => {
  const { web, open, manifest } = setUp()
  const seen: [number, number][] = []
  const cache = await open({ onProgress: (loaded, total) => seen.push([loaded, total]) })
  await cache.fetchInitialParts(await cache.manifest())
  const wanted = initialParts(manifest).map((part) => site + imageFilePath(part))
  expect(requestedParts(web.requests).sort()).toEqual(wanted.sort())
  const total = bytesOf(initialParts(manifest))
  expect(seen[0]).toEqual([0, total])
  expect(seen.at(-1)).toEqual([total, total])
})

test('stored parts are not downloaded again, and work offline', async () => {
  const { web, open, manifest } = setUp()
  const first = await open()
  await first.fetchInitialParts(await first.manifest())
  web.isOnline = false
  web.requests.length = 0
  const later = await open()
  expect(await later.manifest()).toEqual(manifest)
  await later.fetchInitialParts(manifest)
  expect(await later.part(manifest.bios)).toHaveLength(manifest.bios.bytes)
  expect(requestedParts(web.requests)).toEqual([])
})

test('a canceled download can be resumed', async () => {
  const { web, open, manifest } = setUp()
  const stop = new AbortController()
  web.onRequest = () => {
    if (requestedParts(web.requests).length > 4) stop.abort()
  }
  const cut = await open({ signal: stop.signal })
  await cut.manifest()
  await expect(cut.fetchInitialParts(manifest)).rejects.toMatchObject({ failure: 'canceled' })
  await vi.waitFor(() => expect(web.stored.size).toBe(5))
  web.onRequest = () => undefined
  web.requests.length = 0
  const seen: number[] = []
  const again = await open({ onProgress: (loaded) => seen.push(loaded) })
  await again.fetchInitialParts(manifest)
  expect(requestedParts(web.requests)).toHaveLength(1)
  expect(seen.at(-1)).toBe(bytesOf(initialParts(manifest)))
})

test('a corrupted part is downloaded once more', async () => {
  const { web, open, manifest } = setUp()
  const address = site + imageFilePath(manifest.bios)
  const whole = web.files.get(address)
  if (!whole) throw new Error('no part')
  web.files.set(address, whole.slice().fill(0))
  web.onRequest = (asked) => {
    if (asked === address && web.requests.filter((one) => one === address).length === 2)
      web.files.set(address, whole)
  }
  const cache = await open()
  expect(await cache.part(manifest.bios)).toEqual(whole)
})

test.each([
  ['other bytes', (bytes: Uint8Array<ArrayBuffer>) => bytes.slice().fill(0)],
  ['too few bytes', (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(1)],
])('a part with %s is downloaded twice, then reported as broken and not stored', async (_name, damage) => {
  const { web, open, manifest } = setUp()
  const address = site + imageFilePath(manifest.bios)
  web.files.set(address, damage(web.files.get(address) ?? new Uint8Array()))
  const cache = await open()
  await expect(cache.fetchInitialParts(manifest)).rejects.toMatchObject({ failure: 'broken-part' })
  expect(web.requests.filter((asked) => asked === address)).toHaveLength(2)
  expect(web.stored.has(address)).toBe(false)
})

test('a corrupted cached part is downloaded again', async () => {
  const { web, open, manifest } = setUp()
  const cache = await open()
  await cache.fetchInitialParts(manifest)
  const address = site + imageFilePath(manifest.bios)
  web.stored.set(address, new Uint8Array(3))
  expect(await cache.part(manifest.bios)).toEqual(web.files.get(address))
  expect(web.stored.get(address)).toEqual(web.files.get(address))
})

test('without storage space the machine still runs, and this is reported once', async () => {
  const { web, open, manifest } = setUp()
  web.capacityBytes = 3000
  const onNotPersisted = vi.fn()
  const cache = await open({ onNotPersisted })
  await cache.fetchInitialParts(manifest)
  for (const part of initialParts(manifest)) expect(await cache.part(part)).toHaveLength(part.bytes)
  expect(onNotPersisted).toHaveBeenCalledTimes(1)
})

test('lack of space is reported once, even if four parts run into it at the same time', async () => {
  const { open, manifest } = setUp()
  const fourWrites = Promise.withResolvers<void>()
  let count = 0
  const put = vi.spyOn(await caches.open('any'), 'put').mockImplementation(async () => {
    count += 1
    if (count === 4) fourWrites.resolve()
    await fourWrites.promise
    throw new DOMException('full', 'QuotaExceededError')
  })
  const onNotPersisted = vi.fn()
  await (await open({ onNotPersisted })).fetchInitialParts(manifest)
  expect(onNotPersisted).toHaveBeenCalledTimes(1)
  expect(put).toHaveBeenCalledTimes(4)
})

test('without space for more, stored parts are still read, and parts of older images are still deleted', async () => {
  const { web, open, manifest } = setUp()
  const first = await open()
  await first.fetchInitialParts(await first.manifest())
  web.stored.set(`${site}parts/old`, new Uint8Array(1))
  web.capacityBytes = 0
  const cache = await open()
  const [chunk] = manifest.disk.chunks
  if (!chunk) throw new Error('no chunk')
  const late = await cache.part(chunk)
  web.isOnline = false
  web.requests.length = 0
  await cache.fetchInitialParts(manifest)
  expect(await cache.part(manifest.bios)).toHaveLength(manifest.bios.bytes)
  expect(await cache.part(chunk)).toEqual(late)
  expect(web.requests).toEqual([])
  await cache.deleteOldParts(manifest)
  expect(web.stored.has(`${site}parts/old`)).toBe(false)
})

/** A running machine asks for a part that is not stored, while offline. */
async function readPartOffline(options: Partial<ImageCacheOptions> = {}) {
  const { web, open, manifest } = setUp()
  const cache = await open(options)
  vi.useFakeTimers()
  web.isOnline = false
  const read = cache.part(manifest.bios)
  // It may reject before the test awaits it.
  read.catch(() => undefined)
  await vi.advanceTimersByTimeAsync(0)
  return { web, cache, manifest, read }
}

test('a running machine gets its part when the network comes back', async () => {
  const { web, manifest, read } = await readPartOffline()
  await vi.advanceTimersByTimeAsync(20_000)
  web.isOnline = true
  await vi.advanceTimersByTimeAsync(15_000)
  expect(await read).toEqual(web.files.get(site + imageFilePath(manifest.bios)))
})

test('a part that a running machine needs is retried with backoff for less than a minute', async () => {
  const { web, read } = await readPartOffline()
  const counts: number[] = []
  for (let seconds = 0; seconds < 60; seconds += 15) {
    counts.push(web.requests.length)
    await vi.advanceTimersByTimeAsync(15_000)
  }
  expect(counts).toEqual([1, 5, 6, 7])
  await expect(read).rejects.toMatchObject({ failure: 'network' })
  expect(vi.getTimerCount()).toBe(0)
})

test('canceling stops waiting for the network immediately', async () => {
  const stop = new AbortController()
  const { read } = await readPartOffline({ signal: stop.signal })
  stop.abort()
  await expect(read).rejects.toMatchObject({ failure: 'canceled' })
  expect(vi.getTimerCount()).toBe(0)
})

test('the first download does not wait for a network', async () => {
  const { web, cache, manifest } = await readPartOffline()
  web.requests.length = 0
  await expect(cache.fetchInitialParts(manifest)).rejects.toMatchObject({ failure: 'network' })
  expect(new Set(web.requests).size).toBe(web.requests.length)
})

test('parts of older images are deleted, and the current image stays', async () => {
  const { web, open, manifest } = setUp()
  const cache = await open()
  await cache.manifest()
  await cache.fetchInitialParts(manifest)
  const late = manifest.disk.chunks[2]
  if (late) await cache.part(late)
  const before = [...web.stored.keys()]
  web.stored.set(`${site}parts/old`, new Uint8Array(1))
  await cache.deleteOldParts(manifest)
  expect([...web.stored.keys()]).toEqual(before)
})

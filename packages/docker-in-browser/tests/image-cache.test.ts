import { afterEach, expect, test, vi } from 'vitest'
import { imageFilePath } from '../src/image/image-manifest.ts'
import { bytesOf, initialParts } from '../src/image/image-summary.ts'
import type { ImageCacheOptions } from '../src/worker/image-cache.ts'
import { site } from '../testing/fake-image.ts'
import { partsAsked, setUp } from './image-cache-set-up.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('the first download is what the machine starts from, and its progress ends at all of it', async () => {
  const { web, open, manifest } = setUp()
  const seen: [number, number][] = []
  const cache = await open({ onProgress: (loaded, total) => seen.push([loaded, total]) })
  await cache.fetchFirst(await cache.manifest())
  const wanted = initialParts(manifest).map((part) => site + imageFilePath(part))
  expect(partsAsked(web.asked).sort()).toEqual(wanted.sort())
  const total = bytesOf(initialParts(manifest))
  expect(seen[0]).toEqual([0, total])
  expect(seen.at(-1)).toEqual([total, total])
})

test('stored parts are not downloaded again, and work offline', async () => {
  const { web, open, manifest } = setUp()
  const first = await open()
  await first.fetchFirst(await first.manifest())
  web.isOnline = false
  web.asked.length = 0
  const later = await open()
  expect(await later.manifest()).toEqual(manifest)
  await later.fetchFirst(manifest)
  expect(await later.part(manifest.bios)).toHaveLength(manifest.bios.bytes)
  expect(partsAsked(web.asked)).toEqual([])
})

test('a canceled download can be resumed', async () => {
  const { web, open, manifest } = setUp()
  const stop = new AbortController()
  web.onRequest = () => {
    if (partsAsked(web.asked).length > 4) stop.abort()
  }
  const cut = await open({ signal: stop.signal })
  await cut.manifest()
  await expect(cut.fetchFirst(manifest)).rejects.toMatchObject({ failure: 'canceled' })
  await vi.waitFor(() => expect(web.kept.size).toBe(5))
  web.onRequest = () => undefined
  web.asked.length = 0
  const seen: number[] = []
  const again = await open({ onProgress: (loaded) => seen.push(loaded) })
  await again.fetchFirst(manifest)
  expect(partsAsked(web.asked)).toHaveLength(1)
  expect(seen.at(-1)).toBe(bytesOf(initialParts(manifest)))
})

test('a corrupted part is downloaded once more', async () => {
  const { web, open, manifest } = setUp()
  const address = site + imageFilePath(manifest.bios)
  const whole = web.files.get(address)
  if (!whole) throw new Error('no part')
  web.files.set(address, whole.slice().fill(0))
  web.onRequest = (asked) => {
    if (asked === address && web.asked.filter((one) => one === address).length === 2)
      web.files.set(address, whole)
  }
  const cache = await open()
  expect(await cache.part(manifest.bios)).toEqual(whole)
})

test.each([
  ['other bytes', (bytes: Uint8Array<ArrayBuffer>) => bytes.slice().fill(0)],
  ['too few bytes', (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(1)],
])('a part of %s, twice, is broken and is not kept', async (_name, harm) => {
  const { web, open, manifest } = setUp()
  const address = site + imageFilePath(manifest.bios)
  web.files.set(address, harm(web.files.get(address) ?? new Uint8Array()))
  const cache = await open()
  await expect(cache.fetchFirst(manifest)).rejects.toMatchObject({ failure: 'broken-part' })
  expect(web.asked.filter((asked) => asked === address)).toHaveLength(2)
  expect(web.kept.has(address)).toBe(false)
})

test('a corrupted cached part is downloaded again', async () => {
  const { web, open, manifest } = setUp()
  const cache = await open()
  await cache.fetchFirst(manifest)
  const address = site + imageFilePath(manifest.bios)
  web.kept.set(address, new Uint8Array(3))
  expect(await cache.part(manifest.bios)).toEqual(web.files.get(address))
  expect(web.kept.get(address)).toEqual(web.files.get(address))
})

test('without storage space the machine still runs, and this is reported once', async () => {
  const { web, open, manifest } = setUp()
  web.room = 3000
  const onNotPersisted = vi.fn()
  const cache = await open({ onNotPersisted })
  await cache.fetchFirst(manifest)
  for (const part of initialParts(manifest)) expect(await cache.part(part)).toHaveLength(part.bytes)
  expect(onNotPersisted).toHaveBeenCalledTimes(1)
})

test('that there is no room is said once, though four parts find none at the same time', async () => {
  const { open, manifest } = setUp()
  const four = Promise.withResolvers<void>()
  let count = 0
  const put = vi.spyOn(await caches.open('any'), 'put').mockImplementation(async () => {
    count += 1
    if (count === 4) four.resolve()
    await four.promise
    throw new DOMException('full', 'QuotaExceededError')
  })
  const onNotPersisted = vi.fn()
  await (await open({ onNotPersisted })).fetchFirst(manifest)
  expect(onNotPersisted).toHaveBeenCalledTimes(1)
  expect(put).toHaveBeenCalledTimes(4)
})

test('where there is no room for more, what is kept is still read, and an image before is still forgotten', async () => {
  const { web, open, manifest } = setUp()
  const first = await open()
  await first.fetchFirst(await first.manifest())
  web.kept.set(`${site}parts/old`, new Uint8Array(1))
  web.room = 0
  const cache = await open()
  const [chunk] = manifest.disk.chunks
  if (!chunk) throw new Error('no chunk')
  const late = await cache.part(chunk)
  web.isOnline = false
  web.asked.length = 0
  await cache.fetchFirst(manifest)
  expect(await cache.part(manifest.bios)).toHaveLength(manifest.bios.bytes)
  expect(await cache.part(chunk)).toEqual(late)
  expect(web.asked).toEqual([])
  await cache.tidy(manifest)
  expect(web.kept.has(`${site}parts/old`)).toBe(false)
})

/** A machine runs and asks for a part that is not kept, without a network. */
async function askOffline(options: Partial<ImageCacheOptions> = {}) {
  const { web, open, manifest } = setUp()
  const cache = await open(options)
  vi.useFakeTimers()
  web.isOnline = false
  const read = cache.part(manifest.bios)
  // Each test looks at it later than it may reject.
  read.catch(() => undefined)
  await vi.advanceTimersByTimeAsync(0)
  return { web, cache, manifest, read }
}

test('a running machine gets its part when the network comes back', async () => {
  const { web, manifest, read } = await askOffline()
  await vi.advanceTimersByTimeAsync(20_000)
  web.isOnline = true
  await vi.advanceTimersByTimeAsync(15_000)
  expect(await read).toEqual(web.files.get(site + imageFilePath(manifest.bios)))
})

test('a part that a running machine needs is retried with backoff for less than a minute', async () => {
  const { web, read } = await askOffline()
  const counts: number[] = []
  for (let seconds = 0; seconds < 60; seconds += 15) {
    counts.push(web.asked.length)
    await vi.advanceTimersByTimeAsync(15_000)
  }
  expect(counts).toEqual([1, 5, 6, 7])
  await expect(read).rejects.toMatchObject({ failure: 'network' })
  expect(vi.getTimerCount()).toBe(0)
})

test('canceling ends the wait for the network at once', async () => {
  const stop = new AbortController()
  const { read } = await askOffline({ signal: stop.signal })
  stop.abort()
  await expect(read).rejects.toMatchObject({ failure: 'canceled' })
  expect(vi.getTimerCount()).toBe(0)
})

test('the first download does not wait for a network', async () => {
  const { web, cache, manifest } = await askOffline()
  web.asked.length = 0
  await expect(cache.fetchFirst(manifest)).rejects.toMatchObject({ failure: 'network' })
  expect(new Set(web.asked).size).toBe(web.asked.length)
})

test('parts of older images are deleted, the current image stays', async () => {
  const { web, open, manifest } = setUp()
  const cache = await open()
  await cache.manifest()
  await cache.fetchFirst(manifest)
  const late = manifest.disk.chunks[2]
  if (late) await cache.part(late)
  const before = [...web.kept.keys()]
  web.kept.set(`${site}parts/old`, new Uint8Array(1))
  await cache.tidy(manifest)
  expect([...web.kept.keys()]).toEqual(before)
})

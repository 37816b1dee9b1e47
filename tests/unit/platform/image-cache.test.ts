import { afterEach, expect, test, vi } from 'vitest'
import { allParts, bytesOf, firstParts } from '#domain/lab/facts-of-image.ts'
import { partPath } from '#domain/lab/image.ts'
import {
  type ImageCacheOptions,
  keepWholeImage,
  keptImage,
  openImageCache,
} from '#platform/machine/image-cache.ts'
import { fakeImage, manifestAddress, site } from './fake-image.ts'
import { fakeWeb } from './fake-web.ts'

afterEach(() => vi.unstubAllGlobals())

function setUp() {
  const image = fakeImage()
  const web = fakeWeb(image.files)
  const open = (options: Partial<ImageCacheOptions> = {}) => openImageCache({ manifestAddress, ...options })
  return { ...image, web, open }
}

const partsAsked = (asked: string[]) => asked.filter((address) => address !== manifestAddress)

test('the first download is what the machine starts from, and its progress ends at all of it', async () => {
  const { web, open, manifest } = setUp()
  const seen: [number, number][] = []
  const cache = await open({ onProgress: (loaded, total) => seen.push([loaded, total]) })
  await cache.fetchFirst(await cache.manifest())
  const wanted = firstParts(manifest).map((part) => site + partPath(part))
  expect(partsAsked(web.asked).sort()).toEqual(wanted.sort())
  const total = bytesOf(firstParts(manifest))
  expect(seen[0]).toEqual([0, total])
  expect(seen.at(-1)).toEqual([total, total])
})

test('what is kept is not fetched again, by a later visit and without a network too', async () => {
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

test('a cancelled download says so, and the next one goes on with what is missing', async () => {
  const { web, open, manifest } = setUp()
  const stop = new AbortController()
  web.onRequest = () => {
    if (partsAsked(web.asked).length > 4) stop.abort()
  }
  const cut = await open({ signal: stop.signal })
  await cut.manifest()
  await expect(cut.fetchFirst(manifest)).rejects.toMatchObject({ fault: 'cancelled' })
  await vi.waitFor(() => expect(web.kept.size).toBe(5))
  web.onRequest = () => undefined
  web.asked.length = 0
  const seen: number[] = []
  const again = await open({ onProgress: (loaded) => seen.push(loaded) })
  await again.fetchFirst(manifest)
  expect(partsAsked(web.asked)).toHaveLength(1)
  expect(seen.at(-1)).toBe(bytesOf(firstParts(manifest)))
})

test('a part that arrives broken is fetched once more', async () => {
  const { web, open, manifest } = setUp()
  const address = site + partPath(manifest.bios)
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
  const address = site + partPath(manifest.bios)
  web.files.set(address, harm(web.files.get(address) ?? new Uint8Array()))
  const cache = await open()
  await expect(cache.fetchFirst(manifest)).rejects.toMatchObject({ fault: 'broken-part' })
  expect(web.asked.filter((asked) => asked === address)).toHaveLength(2)
  expect(web.kept.has(address)).toBe(false)
})

test('a kept part that has rotted is fetched anew', async () => {
  const { web, open, manifest } = setUp()
  const cache = await open()
  await cache.fetchFirst(manifest)
  const address = site + partPath(manifest.bios)
  web.kept.set(address, new Uint8Array(3))
  expect(await cache.part(manifest.bios)).toEqual(web.files.get(address))
  expect(web.kept.get(address)).toEqual(web.files.get(address))
})

test('without room the machine runs all the same, and it is said once', async () => {
  const { web, open, manifest } = setUp()
  web.room = 3000
  const onNotKept = vi.fn()
  const cache = await open({ onNotKept })
  await cache.fetchFirst(manifest)
  for (const part of firstParts(manifest)) expect(await cache.part(part)).toHaveLength(part.bytes)
  expect(onNotKept).toHaveBeenCalledTimes(1)
})

test('no manifest, or a page in its place, is no image; a dead network is a network fault', async () => {
  const { web, open } = setUp()
  web.files.delete(manifestAddress)
  await expect((await open()).manifest()).rejects.toMatchObject({ fault: 'no-image' })
  web.files.set(manifestAddress, new TextEncoder().encode('<!doctype html>'))
  await expect((await open()).manifest()).rejects.toMatchObject({ fault: 'no-image' })
  web.isOnline = false
  await expect((await open()).manifest()).rejects.toMatchObject({ fault: 'network' })
})

test('parts of an image before are forgotten, the manifest and all parts of this one stay', async () => {
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

const keep = (signal = new AbortController().signal, onProgress = (_loaded: number, _total: number) => {}) =>
  keepWholeImage({ manifestAddress, signal, onProgress })

test('all of the image is kept when it is asked for, and then no part needs a network', async () => {
  const { web, open, manifest } = setUp()
  expect(await keptImage(manifestAddress)).toEqual({ bytes: 0, isWhole: false })
  await (await open()).fetchFirst(manifest)
  const first = await keptImage(manifestAddress)
  expect(first).toEqual({ bytes: bytesOf(firstParts(manifest)), isWhole: false })

  const seen: [number, number][] = []
  await keep(undefined, (loaded, total) => seen.push([loaded, total]))
  const total = bytesOf(allParts(manifest))
  expect(seen.at(-1)).toEqual([total, total])
  const addresses = allParts(manifest).map((part) => site + partPath(part))
  // What was here is not fetched again.
  expect(partsAsked(web.asked).sort()).toEqual(addresses.sort())
  expect((await keptImage(manifestAddress)).isWhole).toBe(true)
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
  await expect(keep(stop.signal)).rejects.toMatchObject({ fault: 'cancelled' })
  web.onRequest = () => undefined
  web.room = bytesOf(firstParts(manifest))
  await expect(keep()).rejects.toMatchObject({ fault: 'storage-full' })
  web.room = Number.POSITIVE_INFINITY
  await keep()
  expect((await keptImage(manifestAddress)).isWhole).toBe(true)
})

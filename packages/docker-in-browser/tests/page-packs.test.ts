import { expect, test } from 'vitest'
import { ChunkedDisk } from '../src/emulator/chunked-disk.ts'
import { PagePacks } from '../src/emulator/page-packs.ts'
import { type PackIndex, pageBytes } from '../src/image/image-manifest.ts'

const pageCount = 64
const chunkPages = 16
const content = new Uint8Array(pageCount * pageBytes).map((_, at) => (at * 7 + (at >> 12)) & 255)
const page = (number: number) => content.slice(number * pageBytes, (number + 1) * pageBytes)

/** Runs as the index has them, one part each. */
const index: PackIndex = [
  [
    [3, 2, 40, 1],
    [9, 1],
    [20, 3],
    [50, 2],
    [60, 1],
    [1, 1],
    [2, 1],
  ],
  [[33, 4]],
]

function open(failing = new Set<string>()) {
  const loaded: string[] = []
  const chunks: number[] = []
  const packs = new PagePacks({
    index,
    load: async (group, part) => {
      loaded.push(`${group}/${part}`)
      if (failing.delete(`${group}/${part}`)) throw new Error('offline')
      const runs = index[group]?.[part] ?? []
      const pages: Uint8Array[] = []
      for (let at = 0; at < runs.length; at += 2)
        for (let one = 0; one < (runs[at + 1] ?? 0); one += 1) pages.push(page((runs[at] ?? 0) + one))
      return new Uint8Array(await new Blob(pages as BlobPart[]).arrayBuffer())
    },
    decompress: (bytes) => bytes,
    partsAhead: 2,
    cachedParts: 2,
  })
  const failures: unknown[] = []
  const disk = new ChunkedDisk({
    bytes: content.length,
    chunkBytes: chunkPages * pageBytes,
    read: async (chunk) => {
      chunks.push(chunk)
      const from = chunk * chunkPages
      const bytes = content.slice(from * pageBytes, (from + chunkPages) * pageBytes)
      for (let at = 0; at < chunkPages; at += 1)
        if (packs.has(from + at)) bytes.fill(0, at * pageBytes, (at + 1) * pageBytes)
      return bytes
    },
    packs,
    onFailure: (error) => failures.push(error),
  })
  const read = (start: number, length: number) =>
    new Promise<Uint8Array>((resolve) => disk.get(start, length, resolve))
  return { disk, read, loaded, chunks, failures }
}

test('a page that is in a pack is read from there, and its chunk is not downloaded', async () => {
  const { read, loaded, chunks } = open()
  expect(await read(40 * pageBytes, pageBytes)).toEqual(page(40))
  expect(await read(3 * pageBytes + 100, 5000)).toEqual(
    content.slice(3 * pageBytes + 100, 3 * pageBytes + 5100),
  )
  expect(chunks).toEqual([])
  expect(loaded[0]).toBe('0/0')
})

test('the next parts of the group are downloaded meanwhile, each once', async () => {
  const { read, loaded } = open()
  await read(3 * pageBytes, pageBytes)
  expect(loaded).toEqual(['0/0', '0/1', '0/2'])
  await read(4 * pageBytes, pageBytes)
  expect(loaded).toEqual(['0/0', '0/1', '0/2'])
})

test('a range with pages that are in no pack takes those from their chunk', async () => {
  const { read, loaded, chunks } = open()
  expect(await read(4 * pageBytes, 3 * pageBytes)).toEqual(content.slice(4 * pageBytes, 7 * pageBytes))
  expect(chunks).toEqual([0])
  expect(loaded[0]).toBe('0/0')
})

test('a part that could not be downloaded ahead is downloaded when it is read', async () => {
  const { read, loaded } = open(new Set(['0/1']))
  await read(3 * pageBytes, pageBytes)
  expect(await read(9 * pageBytes, pageBytes)).toEqual(page(9))
  expect(loaded.filter((part) => part === '0/1')).toHaveLength(2)
})

test('a part that cannot be downloaded is reported as the disk’s failure', async () => {
  const { disk, failures } = open(new Set(['1/0']))
  disk.get(33 * pageBytes, pageBytes, () => {
    throw new Error('nothing was read')
  })
  await disk.settled()
  expect(failures).toEqual([new Error('offline')])
})

test('what was written is read back, whatever the packs have', async () => {
  const { disk, read } = open()
  const written = new Uint8Array(pageBytes + 10).fill(9)
  await new Promise<void>((resolve) => disk.set(3 * pageBytes, written, resolve))
  expect(await read(3 * pageBytes, pageBytes)).toEqual(written.slice(0, pageBytes))
  const second = page(4)
  second.set(written.slice(pageBytes))
  expect(await read(4 * pageBytes, pageBytes)).toEqual(second)
})

test('any sequence of reads and writes sees the same bytes as a plain disk, though chunks lack what packs have', async () => {
  const { disk, read } = open()
  const plain = content.slice()
  let seed = 1
  const random = (limit: number) => {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff
    return seed % limit
  }
  for (let step = 0; step < 600; step += 1) {
    const start = random(plain.length - 4 * pageBytes)
    const length = 1 + random(4 * pageBytes)
    if (step % 5 === 0) {
      const bytes = new Uint8Array(length).fill(step & 255)
      await new Promise<void>((resolve) => disk.set(start, bytes, resolve))
      plain.set(bytes, start)
    } else expect(await read(start, length)).toEqual(plain.slice(start, start + length))
  }
})

test('the image builder learns which pages are read from the disk as it was delivered', async () => {
  const { disk, read } = open()
  await new Promise<void>((resolve) => disk.set(8 * pageBytes, page(8), resolve))
  const pages: number[] = []
  disk.onPageRead = (number) => pages.push(number)
  await read(7 * pageBytes, 3 * pageBytes)
  expect(pages).toEqual([7, 9])
})

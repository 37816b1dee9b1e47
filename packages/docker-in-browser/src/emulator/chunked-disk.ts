import { pageBytes } from '../image/image-manifest.ts'
import { BytesCache } from './bytes-cache.ts'
import type { PagePacks } from './page-packs.ts'

/** The interface that v86 expects of a disk. Its types lack it; see src/buffer.js of v86. */
export interface EmulatedDisk {
  byteLength: number
  onload?: (event: object) => void
  onprogress?: (event: object) => void
  load(): void
  get(
    start: number,
    length: number,
    done: (bytes: Uint8Array) => void,
    options?: { signal?: AbortSignal },
  ): void
  /** v86 reads the partition table before a start, and once more without waiting for the result. */
  get_and_cache(start: number, length: number, done: (bytes: Uint8Array) => void): void
  get_from_cache(start: number, length: number): Uint8Array | undefined
  set(start: number, bytes: Uint8Array, done: () => void): void
  get_buffer(done: (buffer?: ArrayBuffer) => void): void
  get_state(): unknown[]
  set_state(state: unknown[]): void
}

/**
 * A disk that loads its bytes in chunks on demand and holds written pages in memory. The saved state contains only
 * the written pages.
 */
export class ChunkedDisk implements EmulatedDisk {
  readonly byteLength: number
  onload?: (event: object) => void
  /** Called with the number of each page that is read from the disk as it was delivered; for the image builder. */
  onPageRead?: (page: number) => void
  #chunkBytes: number
  #read: (chunk: number) => Promise<Uint8Array> | Uint8Array
  /** Decompressed chunks. */
  #chunks: BytesCache<number>
  #reads = new Set<Promise<unknown>>()
  #written = new Map<number, Uint8Array>()
  #packs: PagePacks | undefined
  #onFailure: (error: unknown) => void

  constructor(options: {
    bytes: number
    chunkBytes: number
    /** Resolves to a decompressed chunk, `chunkBytes` long. */
    read: (chunk: number) => Promise<Uint8Array> | Uint8Array
    /** Pages that are read from here rather than from their chunks. */
    packs?: PagePacks | undefined
    /** A chunk could not be loaded; the machine's disk then waits forever. */
    onFailure: (error: unknown) => void
    /** How many decompressed chunks are cached; the guest has a page cache of its own. */
    recent?: number
  }) {
    this.byteLength = options.bytes
    this.#chunkBytes = options.chunkBytes
    this.#read = options.read
    this.#packs = options.packs
    this.#onFailure = options.onFailure
    this.#chunks = new BytesCache(options.recent ?? 48)
  }

  load(): void {
    this.onload?.({})
  }

  get(start: number, length: number, done: (bytes: Uint8Array) => void): void {
    const first = Math.floor(start / pageBytes)
    const last = Math.floor((start + length - 1) / pageBytes)
    const pages: (Uint8Array | Promise<Uint8Array>)[] = []
    for (let page = first; page <= last; page += 1) pages.push(this.#readPage(page))
    // Synchronous where possible, which is faster in v86.
    if (pages.every((page) => page instanceof Uint8Array)) {
      done(this.#join(pages, first, start, length))
      return
    }
    const reading = Promise.all(pages)
    this.#reads.add(reading)
    reading
      .then(
        (ready) => done(this.#join(ready, first, start, length)),
        (error) => this.#onFailure(error),
      )
      .finally(() => this.#reads.delete(reading))
  }

  /** There is no partition table: the file system starts at byte 0, and its first kilobyte is empty. */
  get_and_cache(_start: number, length: number, done: (bytes: Uint8Array) => void): void {
    done(new Uint8Array(length))
  }

  /** Only v86's own disks call it. */
  get_from_cache(): undefined {
    return undefined
  }

  set(start: number, bytes: Uint8Array, done: () => void): void {
    const firstPage = Math.floor(start / pageBytes)
    const lastPage = Math.floor((start + bytes.length - 1) / pageBytes)
    const missing = []
    for (const page of new Set([firstPage, lastPage])) {
      // A partly written page keeps its other bytes.
      const isWhole = start <= page * pageBytes && start + bytes.length >= (page + 1) * pageBytes
      if (!isWhole && !this.#written.has(page)) missing.push(page)
    }
    const write = () => {
      for (let page = firstPage; page <= lastPage; page += 1) {
        const from = Math.max(start, page * pageBytes)
        const to = Math.min(start + bytes.length, (page + 1) * pageBytes)
        this.#page(page).set(bytes.subarray(from - start, to - start), from - page * pageBytes)
      }
      done()
    }
    this.#loadPages(missing, write)
  }

  get_buffer(done: (buffer?: ArrayBuffer) => void): void {
    done()
  }

  get_state(): unknown[] {
    const pages = [...this.#written.keys()].sort((a, b) => a - b)
    const bytes = new Uint8Array(pages.length * pageBytes)
    for (const [index, page] of pages.entries()) bytes.set(this.#page(page), index * pageBytes)
    return [Uint32Array.from(pages), bytes]
  }

  set_state(state: unknown[]): void {
    // The value that `get_state` returned.
    const [pages, bytes] = state as [Uint32Array, Uint8Array]
    this.#written.clear()
    for (const [index, page] of pages.entries())
      this.#written.set(page, bytes.slice(index * pageBytes, (index + 1) * pageBytes))
  }

  /** Pages written since the start; the image builder merges them into the disk. */
  get written(): ReadonlyMap<number, Uint8Array> {
    return this.#written
  }

  forgetWritten(): void {
    this.#written.clear()
  }

  /** Resolves when no read is pending. */
  async settled(): Promise<void> {
    while (this.#reads.size > 0) {
      await Promise.allSettled(this.#reads)
      // The reads themselves resolve in the following microtasks.
      await new Promise((resolve) => setTimeout(resolve))
    }
  }

  #page(page: number): Uint8Array {
    let bytes = this.#written.get(page)
    if (bytes === undefined) {
      bytes = new Uint8Array(pageBytes)
      this.#written.set(page, bytes)
    }
    return bytes
  }

  #loadPages(pages: number[], onLoaded: () => void): void {
    const [page, ...rest] = pages
    if (page === undefined) {
      onLoaded()
      return
    }
    this.get(page * pageBytes, pageBytes, (bytes) => {
      this.#written.set(page, bytes.slice())
      this.#loadPages(rest, onLoaded)
    })
  }

  #readPage(page: number): Uint8Array | Promise<Uint8Array> {
    const written = this.#written.get(page)
    if (written) return written
    this.onPageRead?.(page)
    if (this.#packs?.has(page)) return this.#packs.read(page)
    const start = page * pageBytes
    const number = Math.floor(start / this.#chunkBytes)
    const chunk = this.#chunks.get(number, () => this.#read(number))
    const slice = (bytes: Uint8Array) =>
      bytes.subarray(start % this.#chunkBytes, (start % this.#chunkBytes) + pageBytes)
    return chunk instanceof Uint8Array ? slice(chunk) : chunk.then(slice)
  }

  #join(pages: readonly Uint8Array[], first: number, start: number, length: number): Uint8Array {
    const result = new Uint8Array(length)
    for (const [index, read] of pages.entries()) {
      const page = first + index
      // It may have been written while the others were loaded.
      const bytes = this.#written.get(page) ?? read
      const from = Math.max(start, page * pageBytes)
      const to = Math.min(start + length, (page + 1) * pageBytes)
      result.set(bytes.subarray(from - page * pageBytes, to - page * pageBytes), from - start)
    }
    return result
  }
}

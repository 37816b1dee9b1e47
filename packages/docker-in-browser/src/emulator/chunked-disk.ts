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

const pageBytes = 4096

/**
 * A disk that loads its bytes in chunks on demand and holds written pages in memory. The saved state contains only
 * the written pages.
 */
export class ChunkedDisk implements EmulatedDisk {
  readonly byteLength: number
  onload?: (event: object) => void
  #chunkBytes: number
  #read: (chunk: number) => Promise<Uint8Array> | Uint8Array
  /** Recently decompressed chunks, the latest last. */
  #recent = new Map<number, Uint8Array>()
  #recentLimit: number
  #pending = new Map<number, Promise<Uint8Array>>()
  #written = new Map<number, Uint8Array>()
  #onFailure: (error: unknown) => void

  constructor(options: {
    bytes: number
    chunkBytes: number
    /** Resolves to a decompressed chunk, `chunkBytes` long. */
    read: (chunk: number) => Promise<Uint8Array> | Uint8Array
    /** A chunk could not be loaded; the machine's disk then waits forever. */
    onFailure: (error: unknown) => void
    /** How many decompressed chunks are cached; the guest has a page cache of its own. */
    recent?: number
  }) {
    this.byteLength = options.bytes
    this.#chunkBytes = options.chunkBytes
    this.#read = options.read
    this.#onFailure = options.onFailure
    this.#recentLimit = options.recent ?? 48
  }

  load(): void {
    this.onload?.({})
  }

  get(start: number, length: number, done: (bytes: Uint8Array) => void): void {
    const first = Math.floor(start / this.#chunkBytes)
    const last = Math.floor((start + length - 1) / this.#chunkBytes)
    const chunks: (Uint8Array | Promise<Uint8Array>)[] = []
    for (let chunk = first; chunk <= last; chunk += 1) {
      chunks.push(this.#covers(chunk, start, length) ? noBytes : this.#chunk(chunk))
    }
    // Synchronous where possible, which is faster in v86.
    if (chunks.every((chunk) => chunk instanceof Uint8Array)) {
      done(this.#sliceChunks(chunks, first, start, length))
      return
    }
    Promise.all(chunks).then(
      (ready) => done(this.#sliceChunks(ready, first, start, length)),
      (error) => this.#onFailure(error),
    )
  }

  /** There is no partition table: the file system starts at byte 0, and its first kilobyte is empty. */
  get_and_cache(_start: number, length: number, done: (bytes: Uint8Array) => void): void {
    done(new Uint8Array(length))
  }

  get_from_cache(start: number, length: number): Uint8Array | undefined {
    const first = Math.floor(start / this.#chunkBytes)
    const last = Math.floor((start + length - 1) / this.#chunkBytes)
    const chunk = this.#recent.get(first)
    return chunk && first === last ? this.#sliceChunks([chunk], first, start, length) : undefined
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
    while (this.#pending.size > 0) {
      await Promise.allSettled(this.#pending.values())
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

  /** Whether the whole requested range has been written, so that the chunk need not be loaded. */
  #covers(chunk: number, start: number, length: number): boolean {
    const from = Math.max(start, chunk * this.#chunkBytes)
    const to = Math.min(start + length, (chunk + 1) * this.#chunkBytes)
    for (let page = Math.floor(from / pageBytes); page * pageBytes < to; page += 1)
      if (!this.#written.has(page)) return false
    return true
  }

  #chunk(chunk: number): Uint8Array | Promise<Uint8Array> {
    const cached = this.#recent.get(chunk)
    if (cached) {
      this.#recent.delete(chunk)
      this.#recent.set(chunk, cached)
      return cached
    }
    const pending = this.#pending.get(chunk)
    if (pending) return pending
    const read = this.#read(chunk)
    if (read instanceof Uint8Array) {
      this.#addToRecent(chunk, read)
      return read
    }
    const loading = read.then((bytes) => {
      this.#addToRecent(chunk, bytes)
      return bytes
    })
    this.#pending.set(chunk, loading)
    loading.finally(() => this.#pending.delete(chunk)).catch(() => {})
    return loading
  }

  #addToRecent(chunk: number, bytes: Uint8Array): void {
    this.#recent.set(chunk, bytes)
    for (const oldest of this.#recent.keys()) {
      if (this.#recent.size <= this.#recentLimit) break
      this.#recent.delete(oldest)
    }
  }

  #sliceChunks(chunks: unknown[], first: number, start: number, length: number): Uint8Array {
    const result = new Uint8Array(length)
    for (const [index, chunk] of (chunks as Uint8Array[]).entries()) {
      const chunkStart = (first + index) * this.#chunkBytes
      const from = Math.max(start, chunkStart)
      const to = Math.min(start + length, chunkStart + this.#chunkBytes)
      if (chunk !== noBytes) result.set(chunk.subarray(from - chunkStart, to - chunkStart), from - start)
    }
    const end = start + length
    for (let page = Math.floor(start / pageBytes); page * pageBytes < end; page += 1) {
      const written = this.#written.get(page)
      if (!written) continue
      const from = Math.max(start, page * pageBytes)
      const to = Math.min(end, (page + 1) * pageBytes)
      result.set(written.subarray(from - page * pageBytes, to - page * pageBytes), from - start)
    }
    return result
  }
}

/** Placeholder for a chunk that need not be loaded. */
const noBytes = new Uint8Array(0)

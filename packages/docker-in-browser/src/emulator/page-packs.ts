import { type PackIndex, pageBytes } from '../image/image-manifest.ts'
import { fromRuns } from '../image/page-runs.ts'
import { BytesCache } from './bytes-cache.ts'

type PagePosition = { group: number; part: number; offset: number }

export type PagePacksOptions = {
  index: PackIndex
  /** Downloads a part, or takes it from where it is stored. Called again when a part is read once more. */
  load: (group: number, part: number) => Promise<Uint8Array>
  decompress: (bytes: Uint8Array) => Uint8Array
  /** How many parts are downloaded before they are read, and how many decompressed ones are cached. */
  partsAhead?: number
  cachedParts?: number
}

/**
 * The pages of the disk that common commands read first, packed in the order in which they read them. Whoever reads one
 * page will read the following ones, so the next parts are downloaded meanwhile.
 */
export class PagePacks {
  readonly #options: PagePacksOptions
  readonly #positions = new Map<number, PagePosition>()
  readonly #loading = new Map<string, Promise<Uint8Array>>()
  /** Parts that were downloaded ahead; after that, they come from where they are stored. */
  readonly #downloaded = new Set<string>()
  /** Decompressed parts. */
  readonly #parts: BytesCache<string>

  constructor(options: PagePacksOptions) {
    this.#options = options
    this.#parts = new BytesCache(options.cachedParts ?? 16)
    for (const [group, parts] of options.index.entries())
      for (const [part, runs] of parts.entries())
        for (const [at, page] of fromRuns(runs).entries())
          this.#positions.set(page, { group, part, offset: at * pageBytes })
  }

  has(page: number): boolean {
    return this.#positions.has(page)
  }

  /** The bytes of a page that a pack has. */
  read(page: number): Uint8Array | Promise<Uint8Array> {
    const position = this.#positions.get(page)
    if (!position) throw new Error(`No pack has page ${page}`)
    const { group, part, offset } = position
    const slice = (bytes: Uint8Array) => bytes.subarray(offset, offset + pageBytes)
    const unpacked = this.#parts.get(keyOf(group, part), () => this.#unpack(group, part))
    return unpacked instanceof Uint8Array ? slice(unpacked) : unpacked.then(slice)
  }

  #unpack(group: number, part: number): Promise<Uint8Array> {
    const unpacking = this.#load(group, part).then(this.#options.decompress)
    this.#downloadNext(group, part)
    return unpacking
  }

  /** The next parts, at the same time. A download that fails is tried again when its part is read. */
  #downloadNext(group: number, part: number): void {
    const count = this.#options.index[group]?.length ?? 0
    const end = Math.min(count, part + 1 + (this.#options.partsAhead ?? 4))
    for (let next = part + 1; next < end; next += 1)
      if (!this.#downloaded.has(keyOf(group, next))) this.#load(group, next).catch(() => {})
  }

  #load(group: number, part: number): Promise<Uint8Array> {
    const key = keyOf(group, part)
    const pending = this.#loading.get(key)
    if (pending) return pending
    const loading = this.#options.load(group, part)
    this.#loading.set(key, loading)
    loading
      .then(() => this.#downloaded.add(key))
      .finally(() => this.#loading.delete(key))
      .catch(() => {})
    return loading
  }
}

function keyOf(group: number, part: number): string {
  return `${group}/${part}`
}

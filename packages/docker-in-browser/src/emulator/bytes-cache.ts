/** Caches loaded bytes and keeps the most recently used entries. Concurrent requests for an entry share one load. */
export class BytesCache<Key> {
  /** In the order of last use, the least recent first. */
  readonly #recent = new Map<Key, Uint8Array>()
  readonly #pending = new Map<Key, Promise<Uint8Array>>()
  readonly #maxEntries: number

  /** `maxEntries`: how many entries are kept. */
  constructor(maxEntries: number) {
    this.#maxEntries = maxEntries
  }

  /** Returns the cached bytes, or calls `load` unless the entry is already being loaded. A failed load is not cached. */
  get(key: Key, load: () => Promise<Uint8Array> | Uint8Array): Uint8Array | Promise<Uint8Array> {
    const cached = this.#recent.get(key)
    if (cached) {
      this.#recent.delete(key)
      this.#recent.set(key, cached)
      return cached
    }
    const pending = this.#pending.get(key)
    if (pending) return pending
    const loaded = load()
    if (loaded instanceof Uint8Array) {
      this.#store(key, loaded)
      return loaded
    }
    const loading = loaded.then((bytes) => {
      this.#store(key, bytes)
      return bytes
    })
    this.#pending.set(key, loading)
    loading.finally(() => this.#pending.delete(key)).catch(() => {})
    return loading
  }

  #store(key: Key, bytes: Uint8Array): void {
    this.#recent.set(key, bytes)
    for (const oldest of this.#recent.keys()) {
      if (this.#recent.size <= this.#maxEntries) break
      this.#recent.delete(oldest)
    }
  }
}

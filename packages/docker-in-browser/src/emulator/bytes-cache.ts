/** Loads pieces of bytes, each once at a time, and keeps the ones that were used last. */
export class BytesCache<Key> {
  /** The one that was used last is the last in the map. */
  readonly #recent = new Map<Key, Uint8Array>()
  readonly #pending = new Map<Key, Promise<Uint8Array>>()
  readonly #limit: number

  /** `limit`: how many pieces are kept. */
  constructor(limit: number) {
    this.#limit = limit
  }

  /** The piece with this key, which `load` loads if it is neither kept nor being loaded. A failed load is not kept. */
  get(key: Key, load: () => Promise<Uint8Array> | Uint8Array): Uint8Array | Promise<Uint8Array> {
    const kept = this.#recent.get(key)
    if (kept) {
      this.#recent.delete(key)
      this.#recent.set(key, kept)
      return kept
    }
    const pending = this.#pending.get(key)
    if (pending) return pending
    const loaded = load()
    if (loaded instanceof Uint8Array) {
      this.#keep(key, loaded)
      return loaded
    }
    const loading = loaded.then((bytes) => {
      this.#keep(key, bytes)
      return bytes
    })
    this.#pending.set(key, loading)
    loading.finally(() => this.#pending.delete(key)).catch(() => {})
    return loading
  }

  #keep(key: Key, bytes: Uint8Array): void {
    this.#recent.set(key, bytes)
    for (const oldest of this.#recent.keys()) {
      if (this.#recent.size <= this.#limit) break
      this.#recent.delete(oldest)
    }
  }
}

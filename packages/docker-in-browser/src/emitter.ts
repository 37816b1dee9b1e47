/** Calls its listeners. Listeners may be added and removed during emit. */
export class Emitter<Value> {
  #listeners = new Set<(value: Value) => void>()

  /** Returns a function that unsubscribes. */
  listen(listener: (value: Value) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  emit(value: Value): void {
    for (const listener of [...this.#listeners]) listener(value)
  }

  clear(): void {
    this.#listeners.clear()
  }
}

/** Buffers values until the first listener is added, and then passes them to it: a terminal takes a while to load. */
export class BufferedEmitter<Value> extends Emitter<Value> {
  #buffered: Value[] | undefined = []

  override listen(listener: (value: Value) => void): () => void {
    const buffered = this.#buffered ?? []
    this.#buffered = undefined
    for (const value of buffered) listener(value)
    return super.listen(listener)
  }

  override emit(value: Value): void {
    this.#buffered?.push(value)
    super.emit(value)
  }
}

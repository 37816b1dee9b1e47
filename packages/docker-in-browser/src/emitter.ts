/** Calls its listeners. Listeners may be added and removed during emit. */
export class Emitter<Value> {
  #listeners = new Set<(value: Value) => void>()

  /** Returns a function that unsubscribes. */
  listen(listener: (value: Value) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  tell(value: Value): void {
    for (const listener of [...this.#listeners]) listener(value)
  }

  clear(): void {
    this.#listeners.clear()
  }
}

/** Keeps what is told before anyone listens, for the first who does: a terminal takes a while to load. */
export class BufferedEmitter<Value> extends Emitter<Value> {
  #untold: Value[] | undefined = []

  override listen(listener: (value: Value) => void): () => void {
    const untold = this.#untold ?? []
    this.#untold = undefined
    for (const value of untold) listener(value)
    return super.listen(listener)
  }

  override tell(value: Value): void {
    this.#untold?.push(value)
    super.tell(value)
  }
}

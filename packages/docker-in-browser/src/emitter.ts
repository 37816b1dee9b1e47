/** Tells whoever listens. One that stops, or comes, while something is told does not disturb the others. */
export class Emitter<Value> {
  #listeners = new Set<(value: Value) => void>()

  /** Returns how to stop. */
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

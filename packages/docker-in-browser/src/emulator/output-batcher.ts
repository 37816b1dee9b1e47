/** Batches the terminal's bytes: one message per task instead of one per byte. */
export class OutputBatcher {
  #bytes: number[] = []
  #deliver: (bytes: Uint8Array) => void

  constructor(deliver: (bytes: Uint8Array) => void) {
    this.#deliver = deliver
  }

  receive(byte: number): void {
    if (this.#bytes.length === 0) setTimeout(() => this.#flush(), 0)
    this.#bytes.push(byte)
  }

  #flush(): void {
    const bytes = Uint8Array.from(this.#bytes)
    this.#bytes = []
    this.#deliver(bytes)
  }
}

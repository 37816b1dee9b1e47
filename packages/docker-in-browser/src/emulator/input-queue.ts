/** The guest's line holds 4 KB; a shell that reads key by key needs time for a long paste. */
const chunkLength = 256
const delayMillis = 60

/** Sends keys at once when they are few, and a long paste in pieces, so that the guest drops none. */
export class InputQueue {
  #send: (text: string) => void
  #waiting = ''
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(send: (text: string) => void) {
    this.#send = send
  }

  type(keys: string): void {
    this.#waiting += keys
    if (this.#timer === undefined) this.#next()
  }

  end(): void {
    clearTimeout(this.#timer)
    this.#waiting = ''
  }

  #next(): void {
    const piece = this.#waiting.slice(0, chunkLength)
    this.#waiting = this.#waiting.slice(chunkLength)
    if (piece !== '') this.#send(piece)
    this.#timer =
      piece === '' ? undefined : setTimeout(() => this.#next(), this.#waiting === '' ? 0 : delayMillis)
  }
}

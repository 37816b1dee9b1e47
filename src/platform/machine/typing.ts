/** The guest's line holds 4 KB; a shell that reads key by key needs time for a long paste. */
const pieceLength = 256
const pauseMilliseconds = 60

/** Sends keys at once when they are few, and a long paste in pieces, so that the guest drops none. */
export class Typing {
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
    const piece = this.#waiting.slice(0, pieceLength)
    this.#waiting = this.#waiting.slice(pieceLength)
    if (piece !== '') this.#send(piece)
    this.#timer =
      piece === '' ? undefined : setTimeout(() => this.#next(), this.#waiting === '' ? 0 : pauseMilliseconds)
  }
}

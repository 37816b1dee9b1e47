/** The guest's serial port buffers 4 KB, and a shell that reads key by key needs time for a long paste. */
const chunkLength = 256
const delayMillis = 60

/**
 * Sends a few keys immediately, and a long paste in chunks, so that the guest loses none. What is typed before `open`
 * waits for it.
 */
export class InputQueue {
  #isOpen = false
  #send: (text: string) => void
  #waiting = ''
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(send: (text: string) => void) {
    this.#send = send
  }

  type(keys: string): void {
    this.#waiting += keys
    if (this.#isOpen && this.#timer === undefined) this.#next()
  }

  open(): void {
    if (this.#isOpen) return
    this.#isOpen = true
    this.#next()
  }

  end(): void {
    clearTimeout(this.#timer)
    this.#waiting = ''
  }

  #next(): void {
    const chunk = this.#waiting.slice(0, chunkLength)
    this.#waiting = this.#waiting.slice(chunkLength)
    if (chunk !== '') this.#send(chunk)
    this.#timer =
      chunk === '' ? undefined : setTimeout(() => this.#next(), this.#waiting === '' ? 0 : delayMillis)
  }
}

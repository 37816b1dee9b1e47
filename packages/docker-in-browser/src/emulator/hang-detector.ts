/** Long, because a machine on a busy computer may think for many seconds before it says something. */
const hangTimeoutMillis = 90_000
const pollIntervalMillis = 5_000

/** Notices that nothing has come from the machine for a while, and that something comes again. */
export class HangDetector {
  #tell: (isHung: boolean) => void
  #quiet = 0
  #isHung = false
  #timer: ReturnType<typeof setInterval> | undefined

  constructor(tell: (isHung: boolean) => void) {
    this.#tell = tell
  }

  begin(): void {
    // Counts looks, not the clock: a sleeping computer or a hidden tab stops both the machine and the count.
    this.#timer = setInterval(() => {
      this.#quiet += pollIntervalMillis
      if (this.#quiet >= hangTimeoutMillis && !this.#isHung) {
        this.#isHung = true
        this.#tell(true)
      }
    }, pollIntervalMillis)
  }

  alive(): void {
    this.#quiet = 0
    if (!this.#isHung) return
    this.#isHung = false
    this.#tell(false)
  }

  end(): void {
    clearInterval(this.#timer)
  }
}

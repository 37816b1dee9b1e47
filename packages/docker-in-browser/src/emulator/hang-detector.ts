/** Long, because on a busy computer a machine may be silent for many seconds. */
const hangTimeoutMillis = 90_000
const pollIntervalMillis = 5_000

/** Detects that the machine has sent nothing for a while, and that it has recovered. */
export class HangDetector {
  #tell: (isHung: boolean) => void
  #quiet = 0
  #isHung = false
  #timer: ReturnType<typeof setInterval> | undefined

  constructor(tell: (isHung: boolean) => void) {
    this.#tell = tell
  }

  begin(): void {
    // Counts polls instead of reading the clock: a sleeping computer or a hidden tab stops both the machine and the
    // polls.
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

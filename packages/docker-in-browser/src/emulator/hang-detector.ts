/** Long, because on a busy computer a machine may be silent for many seconds. */
const hangTimeoutMillis = 90_000
const pollIntervalMillis = 5_000

/** Detects when the machine has sent nothing for a while, and when it has recovered. */
export class HangDetector {
  #onChange: (isUnresponsive: boolean) => void
  #silentMillis = 0
  #isUnresponsive = false
  #timer: ReturnType<typeof setInterval> | undefined

  constructor(onChange: (isUnresponsive: boolean) => void) {
    this.#onChange = onChange
  }

  start(): void {
    // Counts polls instead of reading the clock: a sleeping computer or a hidden tab stops both the machine and the
    // polls.
    this.#timer = setInterval(() => {
      this.#silentMillis += pollIntervalMillis
      if (this.#silentMillis >= hangTimeoutMillis && !this.#isUnresponsive) {
        this.#isUnresponsive = true
        this.#onChange(true)
      }
    }, pollIntervalMillis)
  }

  recordActivity(): void {
    this.#silentMillis = 0
    if (!this.#isUnresponsive) return
    this.#isUnresponsive = false
    this.#onChange(false)
  }

  stop(): void {
    clearInterval(this.#timer)
  }
}

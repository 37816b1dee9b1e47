/**
 * Detects the invisible sequences that the guest's shell prints before each prompt: `ESC ] 133 ; D ; <exit code> BEL`
 * and `ESC ] 133 ; A BEL`. Takes bytes one by one, as the serial port delivers them.
 */
export class PromptDetector {
  #tail = ''
  #onPrompt: (exitCode: number) => void
  #exitCode = 0

  constructor(onPrompt: (exitCode: number) => void) {
    this.#onPrompt = onPrompt
  }

  receive(byte: number): void {
    if (byte === 0x1b) this.#tail = ''
    this.#tail += String.fromCharCode(byte)
    if (byte !== 0x07) {
      if (this.#tail.length > 24) this.#tail = ''
      return
    }
    // The bytes between ESC and BEL.
    const mark = /^\]133;(?:D;(\d+)|A)$/.exec(this.#tail.slice(1, -1))
    this.#tail = ''
    if (!mark) return
    if (mark[1] !== undefined) this.#exitCode = Number(mark[1])
    else this.#onPrompt(this.#exitCode)
  }
}

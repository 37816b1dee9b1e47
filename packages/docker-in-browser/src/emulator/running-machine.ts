import type { MachineError } from '../machine.ts'
import { AgentConnection } from './agent-connection.ts'
import type { ChunkedDisk } from './chunked-disk.ts'
import type { Emulator } from './emulator.ts'
import type { HangDetector } from './hang-detector.ts'
import { InputQueue } from './input-queue.ts'

export type TerminalSize = { columns: number; rows: number }

/** One restored snapshot, until it is stopped. */
export class RunningMachine {
  readonly emulator: Emulator
  readonly disk: ChunkedDisk
  readonly agent: AgentConnection
  readonly hangDetector: HangDetector
  #inputQueue: InputQueue
  #hasPrompted = false

  constructor(emulator: Emulator, disk: ChunkedDisk, hangDetector: HangDetector) {
    this.emulator = emulator
    this.disk = disk
    this.hangDetector = hangDetector
    this.agent = new AgentConnection(
      (text) => emulator.send(1, text),
      () => hangDetector.recordActivity(),
    )
    emulator.onByte(1, (byte) => this.agent.receive(byte))
    this.#inputQueue = new InputQueue((text) => emulator.send(0, text))
  }

  /**
   * Sets the guest’s clock to `now` (milliseconds since 1970), because it still shows the time of the snapshot, sets
   * the terminal’s size, and lets the shell print its prompt. `stty` is always run, so that it is read from the disk
   * while there is a network: after a first prompt, the machine can then start offline.
   */
  async initialize(now: number, latestSize: () => TerminalSize | undefined): Promise<void> {
    let size = latestSize()
    const clock = `date -s @${(now / 1000).toFixed(3)}`
    await this.agent.run(`{ ${clock}; ${sttyCommand(size)}; } >/dev/null`, 60_000)
    while (size !== latestSize()) {
      size = latestSize()
      await this.agent.run(sttyCommand(size), 20_000)
    }
    this.emulator.send(0, '\n')
  }

  resize(size: TerminalSize): void {
    this.agent.run(sttyCommand(size), 20_000).catch(() => {})
  }

  /**
   * Called when the shell has finished a command and is about to print its prompt. Input typed before the first prompt waits
   * for it: sent earlier, it would be echoed by the terminal and printed again by the shell.
   */
  expectPrompt(): void {
    this.#hasPrompted = true
  }

  /**
   * Opens the input queue at the first character of the prompt: from then on the shell reads keys itself. Returns whether
   * the output is for the user. What comes before is the snapshot's prompt, which the shell draws again when it learns the
   * terminal's size.
   */
  handleOutput(): boolean {
    if (this.#hasPrompted) this.#inputQueue.open()
    return this.#hasPrompted
  }

  type(keys: string): void {
    this.emulator.precompiledPages?.recordInput()
    this.#inputQueue.type(keys)
  }

  async end(reason: MachineError): Promise<void> {
    this.hangDetector.stop()
    this.#inputQueue.end()
    this.agent.close(reason)
    // Errors that the emulator reports while it stops are ignored.
    await this.emulator.destroy().catch(() => {})
  }
}

function sttyCommand(size: TerminalSize | undefined): string {
  return size ? `stty -F /dev/ttyS0 cols ${size.columns} rows ${size.rows}` : 'stty -F /dev/ttyS0'
}

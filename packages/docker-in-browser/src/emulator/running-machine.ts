import type { MachineError } from '../machine.ts'
import { AgentConnection } from './agent-connection.ts'
import type { ChunkedDisk } from './chunked-disk.ts'
import type { Emulator } from './emulator.ts'
import type { HangDetector } from './hang-detector.ts'

/** The guest's line holds 4 KB; a shell that reads key by key needs time for a long paste. */
const chunkLength = 256
const delayMillis = 60

/** One restored machine, from its first instruction to its end. */
export class RunningMachine {
  readonly emulator: Emulator
  readonly disk: ChunkedDisk
  readonly agent: AgentConnection
  readonly watch: HangDetector
  #typing: InputQueue

  constructor(emulator: Emulator, disk: ChunkedDisk, hangDetector: HangDetector) {
    this.emulator = emulator
    this.disk = disk
    this.watch = hangDetector
    this.agent = new AgentConnection(
      (text) => emulator.send(1, text),
      () => hangDetector.alive(),
    )
    emulator.onByte(1, (byte) => this.agent.receive(byte))
    this.#typing = new InputQueue((text) => emulator.send(0, text))
  }

  /**
   * Sets the clock, which stands where the state was saved, and lets the shell show its prompt. Looks at the terminal
   * too, so that the program which hears of its size in a moment is read from the disk while there is a network: whoever
   * saw a prompt can start the machine without one.
   * `now` in milliseconds since 1970.
   */
  async wake(now: number): Promise<void> {
    const clock = `date -s @${(now / 1000).toFixed(3)}`
    await this.agent.run(`{ ${clock}; stty -F /dev/ttyS0; } >/dev/null`, 60_000)
    this.emulator.send(0, '\n')
  }

  type(keys: string): void {
    this.emulator.compiledPages?.typed()
    this.#typing.type(keys)
  }

  async end(reason: MachineError): Promise<void> {
    this.watch.end()
    this.#typing.end()
    this.agent.close(reason)
    // Whatever it says at its end, nobody waits for it any more.
    await this.emulator.destroy().catch(() => {})
  }
}

/** Sends keys at once when they are few, and a long paste in pieces, so that the guest drops none. */
class InputQueue {
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

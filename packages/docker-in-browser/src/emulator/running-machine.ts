import type { MachineError } from '../machine.ts'
import { AgentConnection } from './agent-connection.ts'
import type { ChunkedDisk } from './chunked-disk.ts'
import type { Emulator } from './emulator.ts'
import type { HangDetector } from './hang-detector.ts'

/** The guest's serial port buffers 4 KB, and a shell that reads key by key needs time for a long paste. */
const chunkLength = 256
const delayMillis = 60

/** One restored snapshot, until it is stopped. */
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
   * Sets the guest's clock to `now` (milliseconds since 1970), because it still shows when the snapshot was saved,
   * and lets the shell print its prompt. Also runs `stty` once, so that it is read from the disk while there is a
   * network: after a first prompt, the machine can start offline.
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
    // Nobody waits for what the emulator reports while it stops.
    await this.emulator.destroy().catch(() => {})
  }
}

/** Sends a few keys immediately, and a long paste in chunks, so that the guest loses none. */
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

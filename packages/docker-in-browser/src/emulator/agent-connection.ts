import { fromBase64, toBase64 } from '../base64.ts'
import { MachineError } from '../machine.ts'

const chunkBytes = 2048
/**
 * How much longer the host waits than the guest, whose own `timeout` ends the script. So the guest responds first, and
 * the connection stays usable.
 */
const graceMillis = 15_000

type AgentRequest = {
  id: number
  /** base64 of the script. */
  body: string
  /** How many characters of the body have been sent. */
  sentLength: number
  timeoutSeconds: number
  timeoutMillis: number
  timer?: ReturnType<typeof setTimeout>
  resolve: (answer: { exitCode: number; output: Uint8Array }) => void
  reject: (error: MachineError) => void
}

/**
 * The host's side of the agent's serial port: sends scripts and receives their exit codes and output, one at a time.
 * The guest's agent documents the format (image-builder/resident-agent/agent.c).
 */
export class AgentConnection {
  #send: (text: string) => void
  #onActivity: () => void
  #waiting: AgentRequest[] = []
  #current: AgentRequest | null = null
  #received: string[] = []
  #lastId = 0

  /** `onActivity` is called whenever the guest sends something. */
  constructor(send: (text: string) => void, onActivity: () => void) {
    this.#send = send
    this.#onActivity = onActivity
    // A restored serial port may still hold a response of the machine that was saved, so its ids are not reused.
    this.#lastId = Math.floor(Math.random() * 1e6) * 1000
  }

  run(script: string, timeoutMillis: number): Promise<{ exitCode: number; output: Uint8Array }> {
    return new Promise((resolve, reject) => {
      this.#lastId += 1
      const scriptBytes = toBase64(new TextEncoder().encode(script))
      const timeoutSeconds = Math.max(1, Math.ceil(timeoutMillis / 1000))
      this.#waiting.push({
        id: this.#lastId,
        body: scriptBytes,
        sentLength: 0,
        timeoutSeconds,
        timeoutMillis,
        resolve,
        reject,
      })
      this.#next()
    })
  }

  receive(byte: number): void {
    const char = String.fromCharCode(byte)
    if (char === '~') this.#onActivity()
    else if (char === '?') this.#sendChunk()
    else if (char === '\n') {
      this.#handleResponse(this.#received.join(''))
      this.#received = []
    } else this.#received.push(char)
  }

  close(error: MachineError): void {
    const all = this.#current ? [this.#current, ...this.#waiting] : this.#waiting
    this.#waiting = []
    this.#current = null
    for (const request of all) {
      clearTimeout(request.timer)
      request.reject(error)
    }
  }

  #next(): void {
    if (this.#current) return
    const request = this.#waiting.shift()
    if (!request) return
    this.#current = request
    request.timer = setTimeout(() => this.#failWithTimeout(request), request.timeoutMillis + graceMillis)
    this.#send(`${request.id} ${request.timeoutSeconds} ${request.body.length}\n`)
  }

  #sendChunk(): void {
    const request = this.#current
    if (!request || request.sentLength >= request.body.length) return
    this.#send(request.body.slice(request.sentLength, request.sentLength + chunkBytes))
    request.sentLength += chunkBytes
  }

  #handleResponse(line: string): void {
    this.#onActivity()
    const [id, exitCode, output = ''] = line.split(' ')
    const request = this.#current
    // This may be the response to a request that has timed out.
    if (!request || Number(id) !== request.id) return
    clearTimeout(request.timer)
    this.#current = null
    if (Number(exitCode) === timeoutExitCode) request.reject(timeoutError(request))
    else this.#settle(request, Number(exitCode), output)
    this.#next()
  }

  /** Called while the emulator writes to the serial port, so it must not throw. */
  #settle(request: AgentRequest, exitCode: number, output: string): void {
    try {
      request.resolve({ exitCode, output: fromBase64(output) })
    } catch {
      request.reject(new MachineError('crashed', 'The machine’s response was corrupted on its serial port.'))
    }
  }

  #failWithTimeout(request: AgentRequest): void {
    this.#current = null
    request.reject(timeoutError(request))
    this.#next()
  }
}

/** The exit code of the guest’s `timeout` when it had to end the script. */
const timeoutExitCode = 124

function timeoutError(request: AgentRequest): MachineError {
  return new MachineError(
    'timeout',
    `Nothing came back from the machine within ${request.timeoutMillis / 1000} seconds.`,
  )
}

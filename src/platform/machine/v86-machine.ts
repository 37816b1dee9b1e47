import { decompress } from 'fzstd'
import type { ImageManifest, ImagePart } from '#domain/lab/image.ts'
import { AgentLine } from './agent-line.ts'
import { toBase64 } from './base64.ts'
import { ChunkedDisk } from './disk.ts'
import { type Emulator, startEmulator } from './emulator.ts'
import { HangWatch } from './hang-watch.ts'
import { type ImageSource, type Machine, MachineError, type MachineState, type RunResult } from './machine.ts'
import { TerminalMarks } from './terminal-marks.ts'
import { Typing } from './typing.ts'

export type V86MachineOptions = {
  manifest: ImageManifest
  source: ImageSource
  /** Where v86.wasm is: an address in the page, a path under Node. */
  wasm: string
  /** Milliseconds since 1970, for the guest's clock. */
  now: () => number
}

/** The real machine: a Linux kernel and Docker Engine in v86. Runs in a module worker of the page and under Node. */
export class V86Machine implements Machine {
  #options: V86MachineOptions
  #state: MachineState = { kind: 'off' }
  #stateListeners = new Set<(state: MachineState) => void>()
  #outputListeners = new Set<(bytes: Uint8Array) => void>()
  #promptListeners = new Set<(exitCode: number) => void>()
  #life: Life | null = null
  /** Counts starts, so that an overtaken one ends quietly. */
  #starts = 0

  constructor(options: V86MachineOptions) {
    this.#options = options
  }

  get state(): MachineState {
    return this.#state
  }

  onState(listener: (state: MachineState) => void): () => void {
    this.#stateListeners.add(listener)
    return () => this.#stateListeners.delete(listener)
  }

  onOutput(listener: (bytes: Uint8Array) => void): () => void {
    this.#outputListeners.add(listener)
    return () => this.#outputListeners.delete(listener)
  }

  /** Beyond the contract, for replays: called with the last command's exit code before each prompt. */
  onPrompt(listener: (exitCode: number) => void): () => void {
    this.#promptListeners.add(listener)
    return () => this.#promptListeners.delete(listener)
  }

  /** Beyond the contract, for benchmarks and for saving copies of a state in memory. */
  get emulator(): Emulator | null {
    return this.#life?.emulator ?? null
  }

  get disk(): ChunkedDisk | null {
    return this.#life?.disk ?? null
  }

  async start(): Promise<void> {
    this.#starts += 1
    const mine = this.#starts
    await this.#end(new MachineError('not-running', 'The machine was started anew.'))
    try {
      const parts = await this.#download(mine)
      if (mine !== this.#starts) return
      this.#become({ kind: 'starting' })
      const life = await this.#restore(parts)
      if (mine !== this.#starts) {
        await life.end(new MachineError('not-running', 'The machine was started anew.'))
        return
      }
      this.#life = life
      await life.wake(this.#options.now())
      if (mine !== this.#starts) return
      life.watch.begin()
      this.#become({ kind: 'running' })
    } catch (error) {
      if (mine !== this.#starts) return
      this.#fail(error)
      throw error
    }
  }

  write(keys: string): void {
    this.#life?.typing.type(keys)
  }

  resize(columns: number, rows: number): void {
    this.#life?.agent
      .run(`stty -F /dev/ttyS0 cols ${Math.trunc(columns)} rows ${Math.trunc(rows)}`, 20_000)
      .catch(() => {})
  }

  async run(script: string, options: { timeout?: number } = {}): Promise<RunResult> {
    const { exitCode, output } = await this.#running().agent.run(script, options.timeout ?? 60_000)
    return { exitCode, output: new TextDecoder().decode(output) }
  }

  async readFile(path: string): Promise<Uint8Array> {
    const { exitCode, output } = await this.#running().agent.run(`cat -- ${quoted(path)}`, 60_000)
    if (exitCode !== 0) throw new MachineError('no-such-file', new TextDecoder().decode(output).trim())
    return output
  }

  async writeFile(path: string, bytes: Uint8Array): Promise<void> {
    const { exitCode, output } = await this.#running().agent.run(
      `mkdir -p -- "$(dirname -- ${quoted(path)})" && base64 -d >${quoted(path)} <<'END'\n${toBase64(bytes)}\nEND\n`,
      60_000,
    )
    if (exitCode !== 0) throw new MachineError('no-such-file', new TextDecoder().decode(output).trim())
  }

  dispose(): void {
    this.#starts += 1
    void this.#end(new MachineError('not-running', 'The machine was put away.'))
    this.#stateListeners.clear()
    this.#outputListeners.clear()
    this.#promptListeners.clear()
  }

  /** Everything of the first download, in order: BIOS, snapshot, early chunks (kept by the source for later). */
  async #download(mine: number): Promise<{ bios: Uint8Array; vgaBios: Uint8Array; snapshot: Uint8Array[] }> {
    const { manifest, source } = this.#options
    const { disk, snapshot } = manifest
    const early = disk.early.flatMap((chunk) => disk.chunks[chunk] ?? [])
    const all = [manifest.bios, manifest.vgaBios, ...snapshot.parts, ...early]
    const total = all.reduce((sum, part) => sum + part.bytes, 0)
    let loaded = 0
    this.#become({ kind: 'loading', loaded, total })
    const fetchPart = async (part: ImagePart) => {
      const bytes = await source.part(part)
      loaded += part.bytes
      if (mine === this.#starts) this.#become({ kind: 'loading', loaded, total })
      return bytes
    }
    const bios = await fetchPart(manifest.bios)
    const vgaBios = await fetchPart(manifest.vgaBios)
    const parts: Uint8Array[] = []
    for (const part of snapshot.parts) parts.push(await fetchPart(part))
    for (const part of early) await fetchPart(part)
    return { bios, vgaBios, snapshot: parts }
  }

  async #restore(parts: { bios: Uint8Array; vgaBios: Uint8Array; snapshot: Uint8Array[] }): Promise<Life> {
    const { manifest, source, wasm } = this.#options
    const disk = new ChunkedDisk({
      bytes: manifest.disk.bytes,
      chunkBytes: manifest.disk.chunkBytes,
      read: (chunk) => {
        const part = manifest.disk.chunks[chunk]
        const unpacked = new Uint8Array(manifest.disk.chunkBytes)
        return part ? source.part(part).then((bytes) => decompress(bytes, unpacked)) : unpacked
      },
      onFailure: (error) => this.#fail(error),
    })
    const emulator = await startEmulator({
      wasm,
      memory: manifest.memory,
      bios: exactBuffer(parts.bios),
      vgaBios: exactBuffer(parts.vgaBios),
      disk,
      // v86 unpacks zstd itself, in WebAssembly.
      from: { kind: 'state', state: joined(parts.snapshot) },
    })
    const watch = new HangWatch((isHung) => {
      if (this.#state.kind === (isHung ? 'running' : 'hung'))
        this.#become({ kind: isHung ? 'hung' : 'running' })
    })
    const marks = new TerminalMarks((exitCode) => {
      for (const listener of this.#promptListeners) listener(exitCode)
    })
    const output = new OutputPackets((bytes) => {
      for (const listener of this.#outputListeners) listener(bytes)
    })
    emulator.onByte(0, (byte) => {
      output.receive(byte)
      marks.receive(byte)
      watch.alive()
    })
    return new Life(emulator, disk, watch)
  }

  #running(): Life {
    if (!this.#life || (this.#state.kind !== 'running' && this.#state.kind !== 'hung'))
      throw new MachineError('not-running', 'The machine is not running.')
    return this.#life
  }

  #fail(error: unknown): void {
    const fault = error instanceof MachineError ? error.fault : isMemoryFault(error) ? 'memory' : 'crashed'
    void this.#end(new MachineError('not-running', 'The machine stopped.'))
    this.#become({
      kind: 'failed',
      fault: fault === 'not-running' || fault === 'timeout' || fault === 'no-such-file' ? 'crashed' : fault,
    })
  }

  async #end(reason: MachineError): Promise<void> {
    const life = this.#life
    this.#life = null
    if (life) {
      this.#become({ kind: 'off' })
      await life.end(reason)
    }
  }

  #become(state: MachineState): void {
    this.#state = state
    for (const listener of this.#stateListeners) listener(state)
  }
}

/** One restored machine, from its first instruction to its end. */
class Life {
  readonly emulator: Emulator
  readonly disk: ChunkedDisk
  readonly agent: AgentLine
  readonly watch: HangWatch
  readonly typing: Typing

  constructor(emulator: Emulator, disk: ChunkedDisk, watch: HangWatch) {
    this.emulator = emulator
    this.disk = disk
    this.watch = watch
    this.agent = new AgentLine(
      (text) => emulator.send(1, text),
      () => watch.alive(),
    )
    emulator.onByte(1, (byte) => this.agent.receive(byte))
    this.typing = new Typing((text) => emulator.send(0, text))
  }

  /** Sets the clock, which stands where the snapshot was taken, and lets the shell show its prompt. */
  async wake(now: number): Promise<void> {
    await this.agent.run(`date -s @${(now / 1000).toFixed(3)} >/dev/null`, 60_000)
    this.emulator.send(0, '\n')
  }

  async end(reason: MachineError): Promise<void> {
    this.watch.end()
    this.typing.end()
    this.agent.close(reason)
    await this.emulator.destroy()
  }
}

/** Bytes of the terminal, gathered: one message for what comes in one turn, not one for each byte. */
class OutputPackets {
  #bytes: number[] = []
  #deliver: (bytes: Uint8Array) => void

  constructor(deliver: (bytes: Uint8Array) => void) {
    this.#deliver = deliver
  }

  receive(byte: number): void {
    if (this.#bytes.length === 0) setTimeout(() => this.#flush(), 0)
    this.#bytes.push(byte)
  }

  #flush(): void {
    const bytes = Uint8Array.from(this.#bytes)
    this.#bytes = []
    this.#deliver(bytes)
  }
}

function joined(parts: Uint8Array[]): ArrayBuffer {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all.buffer
}

function exactBuffer(bytes: Uint8Array): ArrayBuffer {
  return bytes.slice().buffer
}

/** A word for bash, whatever is in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

function isMemoryFault(error: unknown): boolean {
  return error instanceof RangeError || /memory|allocation/i.test(String(error))
}

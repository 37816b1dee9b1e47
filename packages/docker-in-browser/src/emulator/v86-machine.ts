import { decompress } from 'fzstd'
import { toBase64 } from '../base64.ts'
import { parsePrecompiledCode } from '../code-cache/precompiled-code.ts'
import { Emitter } from '../emitter.ts'
import type { ImageManifest, PackIndex } from '../image/image-manifest.ts'
import {
  type ImageSource,
  type Machine,
  MachineError,
  type MachineState,
  type RunResult,
  toMachineFailure,
} from '../machine.ts'
import { quoteShellArgument } from '../quote-shell-argument.ts'
import { sha256Of } from '../sha256.ts'
import { ChunkedDisk } from './chunked-disk.ts'
import { type Emulator, startEmulator } from './emulator.ts'
import { extendTimeSlice } from './extend-time-slice.ts'
import { HangDetector } from './hang-detector.ts'
import { OutputBatcher } from './output-batcher.ts'
import { PagePacks } from './page-packs.ts'
import { PromptDetector } from './prompt-detector.ts'
import { RunningMachine, type TerminalSize } from './running-machine.ts'
import { knownProgramSha256 } from './v86-cpu.ts'

export type V86MachineOptions = {
  manifest: ImageManifest
  source: ImageSource
  /** The bytes of v86.wasm. */
  program: Uint8Array<ArrayBuffer>
  /** Milliseconds since 1970, for the guest's clock. */
  now: () => number
}

type BootFiles = {
  bios: Uint8Array
  vgaBios: Uint8Array
  snapshot: Uint8Array[]
  /** Compressed; undefined if the image has no precompiled code for this v86. */
  tables: Uint8Array | undefined
  packIndex: PackIndex | undefined
}

/** The real machine: a Linux kernel and Docker Engine in v86. Runs in a module worker of the page and under Node. */
export class V86Machine implements Machine {
  #options: V86MachineOptions
  #state: MachineState = { kind: 'off' }
  #states = new Emitter<MachineState>()
  #outputs = new Emitter<Uint8Array>()
  #prompts = new Emitter<number>()
  #current: RunningMachine | null = null
  /** The latest terminal size, which may be set before the machine runs. */
  #size: TerminalSize | undefined
  /** Counts starts, so that a superseded one can stop silently. */
  #starts = 0

  constructor(options: V86MachineOptions) {
    this.#options = options
  }

  get state(): MachineState {
    return this.#state
  }

  onState(listener: (state: MachineState) => void): () => void {
    return this.#states.listen(listener)
  }

  onOutput(listener: (bytes: Uint8Array) => void): () => void {
    return this.#outputs.listen(listener)
  }

  /** Not part of `Machine`; for replays. The listener is called before each prompt with the last command's exit code. */
  onPrompt(listener: (exitCode: number) => void): () => void {
    return this.#prompts.listen(listener)
  }

  /** Not part of `Machine`; for benchmarks and for saving snapshots in memory. */
  get emulator(): Emulator | null {
    return this.#current?.emulator ?? null
  }

  get disk(): ChunkedDisk | null {
    return this.#current?.disk ?? null
  }

  async start(): Promise<void> {
    this.#starts += 1
    const startNumber = this.#starts
    await this.#end(new MachineError('not-running', 'The machine was started anew.'))
    if (startNumber !== this.#starts) return
    this.#setState({ kind: 'starting' })
    try {
      const parts = await this.#read()
      if (startNumber !== this.#starts) return
      const running = await this.#restore(parts)
      if (startNumber !== this.#starts) {
        await running.end(new MachineError('not-running', 'The machine was started anew.'))
        return
      }
      this.#current = running
      await running.initialize(this.#options.now(), () => this.#size)
      if (startNumber !== this.#starts) return
      running.hangDetector.start()
      this.#setState({ kind: 'running' })
      const { manifest, source } = this.#options
      const modules = manifest.compiled?.modules ?? []
      void running.emulator.precompiledPages?.warmUp(
        modules.map((part) => async () => decompress(await source.part(part))),
      )
    } catch (error) {
      if (startNumber !== this.#starts) return
      // If the disk has already failed, the machine is in that state.
      if (this.#state.kind !== 'failed') this.#fail(error)
      throw error
    }
  }

  write(keys: string): void {
    this.#current?.type(keys)
  }

  resize(columns: number, rows: number): void {
    this.#size = { columns: Math.trunc(columns), rows: Math.trunc(rows) }
    if (this.#state.kind === 'running') this.#current?.resize(this.#size)
  }

  async run(script: string, options: { timeoutMillis?: number } = {}): Promise<RunResult> {
    const { exitCode, output } = await this.#requireRunning().agent.run(
      script,
      options.timeoutMillis ?? 60_000,
    )
    return { exitCode, output: new TextDecoder().decode(output) }
  }

  async readFile(path: string): Promise<Uint8Array> {
    const { exitCode, output } = await this.#requireRunning().agent.run(
      `cat -- ${quoteShellArgument(path)}`,
      60_000,
    )
    if (exitCode !== 0) throw new MachineError('no-such-file', new TextDecoder().decode(output).trim())
    return output
  }

  async writeFile(path: string, bytes: Uint8Array): Promise<void> {
    const { exitCode, output } = await this.#requireRunning().agent.run(
      `mkdir -p -- "$(dirname -- ${quoteShellArgument(path)})" && base64 -d >${quoteShellArgument(path)} <<'END'\n${toBase64(bytes)}\nEND\n`,
      60_000,
    )
    if (exitCode !== 0) throw new MachineError('no-such-file', new TextDecoder().decode(output).trim())
  }

  dispose(): void {
    this.#starts += 1
    void this.#end(new MachineError('not-running', 'The machine was put away.'))
    this.#states.clear()
    this.#outputs.clear()
    this.#prompts.clear()
  }

  /** Reads the files that the machine starts from; the source may have to download them. */
  async #read(): Promise<BootFiles> {
    const { manifest, source } = this.#options
    const bios = await source.part(manifest.bios)
    const vgaBios = await source.part(manifest.vgaBios)
    const snapshot: Uint8Array[] = []
    for (const part of manifest.snapshot.parts) snapshot.push(await source.part(part))
    const { compiled, packs } = manifest
    const hasMatchingProgram =
      compiled?.program === knownProgramSha256 &&
      (await sha256Of(this.#options.program)) === knownProgramSha256
    return {
      bios,
      vgaBios,
      snapshot,
      tables: hasMatchingProgram ? await source.part(compiled.tables) : undefined,
      // Our own file, verified by its hash.
      packIndex: packs && JSON.parse(new TextDecoder().decode(decompress(await source.part(packs.index)))),
    }
  }

  async #restore(parts: BootFiles): Promise<RunningMachine> {
    const { manifest, source, program } = this.#options
    const disk = new ChunkedDisk({
      bytes: manifest.disk.bytes,
      chunkBytes: manifest.disk.chunkBytes,
      read: (chunk) => {
        const part = manifest.disk.chunks[chunk]
        const unpacked = new Uint8Array(manifest.disk.chunkBytes)
        return part ? source.part(part).then((bytes) => decompress(bytes, unpacked)) : unpacked
      },
      packs: this.#openPacks(parts.packIndex),
      onFailure: (error) => this.#fail(error),
    })
    const emulator = await startEmulator({
      program,
      memory: manifest.memory,
      bios: toArrayBuffer(parts.bios),
      vgaBios: toArrayBuffer(parts.vgaBios),
      disk,
      // v86 decompresses zstd itself, in WebAssembly.
      from: {
        kind: 'state',
        state: concatenate(parts.snapshot),
        ...(parts.tables && { compiled: parsePrecompiledCode(decompress(parts.tables)) }),
      },
    })
    extendTimeSlice(emulator.cpu)
    const hangDetector = new HangDetector((isUnresponsive) => {
      if (this.#state.kind === (isUnresponsive ? 'running' : 'hung'))
        this.#setState({ kind: isUnresponsive ? 'hung' : 'running' })
    })
    const promptDetector = new PromptDetector((exitCode) => {
      running?.expectPrompt()
      this.#prompts.emit(exitCode)
    })
    let running: RunningMachine | undefined
    const output = new OutputBatcher((bytes) => this.#outputs.emit(bytes))
    emulator.onByte(0, (byte) => {
      if (running?.handleOutput()) output.receive(byte)
      promptDetector.receive(byte)
      hangDetector.recordActivity()
    })
    running = new RunningMachine(emulator, disk, hangDetector)
    return running
  }

  #openPacks(index: PackIndex | undefined): PagePacks | undefined {
    const { manifest, source } = this.#options
    if (!index) return undefined
    return new PagePacks({
      index,
      load: (group, part) => {
        const file = manifest.packs?.groups[group]?.[part]
        return file
          ? source.part(file)
          : Promise.reject(new MachineError('broken-part', `The image has no part ${part} of pack ${group}`))
      },
      decompress: (bytes) => decompress(bytes),
    })
  }

  #requireRunning(): RunningMachine {
    if (!this.#current || (this.#state.kind !== 'running' && this.#state.kind !== 'hung'))
      throw new MachineError('not-running', 'The machine is not running.')
    return this.#current
  }

  #fail(error: unknown): void {
    void this.#end(new MachineError('not-running', 'The machine stopped.'))
    this.#setState({ kind: 'failed', failure: toMachineFailure(error) })
  }

  async #end(reason: MachineError): Promise<void> {
    const running = this.#current
    this.#current = null
    if (running) {
      this.#setState({ kind: 'off' })
      await running.end(reason)
    }
  }

  #setState(state: MachineState): void {
    this.#state = state
    this.#states.emit(state)
  }
}

function concatenate(parts: Uint8Array[]): ArrayBuffer {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all.buffer
}

function toArrayBuffer(bytes: Uint8Array): ArrayBuffer {
  return bytes.slice().buffer
}

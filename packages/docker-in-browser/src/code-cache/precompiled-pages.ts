import { firstJitSlot, memoryAddresses, type V86Cpu } from '../emulator/v86-cpu.ts'
import type { PrecompiledPage } from './precompiled-code.ts'

const pollIntervalMillis = 40
/** After this long, a poll compiles no further module: typed input waits that long for the guest. */
const maxBatchMillis = 20
/** An idle guest runs fewer instructions than this between two polls: ten million a second. */
const idleInstructionLimit = 400_000
/** A command that was typed and has run this many instructions without a pause is one that somebody waits for. */
const busyInstructions = 8_000_000
/** The page’s own scripts run 20 million instructions each; anything well beyond that is work too. */
const backgroundBusyInstructions = 80_000_000
/** After this many idle polls, a second, the guest no longer counts as busy. */
const idlePollsToReset = 25

/**
 * Enough calls for the browser to compile a module of usual size with its optimizing compiler. Called with -1, a module
 * returns at once (image-builder/add-early-return.ts).
 */
const warmUpCalls = 500

/**
 * Pages of guest code that were compiled when the image was built. To be fast, a module has to pass the browser’s
 * baseline compiler and then its optimizing compiler. Both run while the guest is idle, a few modules per poll, more on
 * computers with spare processors. Until then, v86 finds a placeholder in the page’s slot that makes it interpret the
 * page. If a busy guest needs a page whose module is not ready, the page is abandoned: v86 then compiles it itself.
 */
export class PrecompiledPages {
  readonly #cpu: V86Cpu
  /** In the order of their modules in the download. */
  readonly #pages: PrecompiledPage[]
  readonly #waiting: Map<number, PrecompiledPage>
  readonly #placeholder: CallableFunction
  readonly #modulesPerPoll: number
  #view: DataView
  /** Modules that are downloaded and not compiled yet. */
  #downloaded: { page: PrecompiledPage; module: Uint8Array }[] = []
  #requestNextPart = () => {}
  #timer: ReturnType<typeof setInterval> | undefined
  #lastCount = 0
  #instructionsWithoutPause = 0
  #idlePolls = 0
  #hasTypedInput = false
  /** Whether a time slice has ended with work left since the last poll. */
  #hasPendingWork = false
  #hasEnded = false

  constructor(
    cpu: V86Cpu,
    pages: PrecompiledPage[],
    processors = globalThis.navigator?.hardwareConcurrency ?? 2,
  ) {
    this.#cpu = cpu
    this.#pages = pages
    this.#waiting = new Map(pages.map((page) => [page.slot, page]))
    this.#modulesPerPoll = Math.min(8, Math.max(1, processors - 1))
    this.#view = new DataView(cpu.wasm_memory.buffer)
    this.#placeholder = wrapAsWasmFunction(() => this.#interpret())
    for (const { slot } of pages) cpu.wm.wasm_table.set(firstJitSlot + slot, this.#placeholder)
  }

  /** How many pages are neither ready nor abandoned. */
  get waiting(): number {
    return this.#waiting.size
  }

  /** Call when the user types: from now on, less work counts as busy. */
  recordInput(): void {
    this.#hasTypedInput = true
  }

  /** Downloads the modules part by part and compiles them. If a download fails, the other pages are abandoned. */
  async warmUp(parts: (() => Promise<Uint8Array>)[]): Promise<void> {
    this.#lastCount = this.#instructionCount()
    this.#watchTimeSlices()
    this.#timer = setInterval(() => this.#poll(), pollIntervalMillis)
    const pages = this.#pages.values()
    try {
      for (const part of parts) {
        const modules = await part()
        if (this.#hasEnded) return
        let at = 0
        while (at < modules.length) {
          const page = pages.next().value
          if (!page) break
          this.#downloaded.push({ page, module: modules.subarray(at, at + page.bytes) })
          at += page.bytes
        }
        await new Promise<void>((resolve) => {
          this.#requestNextPart = resolve
        })
      }
    } catch {
      // The machine works without them, and reports a network failure when it reads its disk.
    }
    if (!this.#hasEnded) this.#abandonAll()
  }

  /**
   * On a busy computer, compiling a module can take longer than a poll interval. The guest then has a single time slice
   * between two polls, runs few instructions in it, and would count as idle for minutes, until all modules are compiled.
   */
  #watchTimeSlices(): void {
    const cpu = this.#cpu
    const runTimeSlice = cpu.main_loop
    cpu.main_loop = () => {
      const idleMillis = runTimeSlice.call(cpu)
      if (idleMillis === 0) this.#hasPendingWork = true
      return idleMillis
    }
  }

  /** Leaves all pages that are not ready to v86’s own JIT. */
  #abandonAll(): void {
    for (const { page } of this.#waiting.values()) this.#cpu.jit_dirty_cache(page, page + 1)
    this.end()
  }

  end(): void {
    this.#hasEnded = true
    clearInterval(this.#timer)
    this.#waiting.clear()
    this.#downloaded = []
    this.#requestNextPart()
  }

  #poll(): void {
    const count = this.#instructionCount()
    const ran = (count - this.#lastCount) >>> 0
    this.#lastCount = count
    const isBusyNow = ran > idleInstructionLimit || this.#hasPendingWork
    this.#hasPendingWork = false
    if (isBusyNow) {
      const wasBusy = this.#isBusy
      this.#instructionsWithoutPause += ran
      this.#idlePolls = 0
      // Makes v86 look up the slots of interpreted pages again, so that #interpret can abandon them.
      if (this.#isBusy && !wasBusy) this.#cpu.full_clear_tlb()
      return
    }
    this.#idlePolls += 1
    if (this.#idlePolls >= idlePollsToReset) {
      this.#instructionsWithoutPause = 0
      this.#hasTypedInput = false
    }
    try {
      if (!this.#isBusy && this.#downloaded.length > 0) this.#compileBatch()
    } catch {
      // The browser has no memory for more modules.
      this.#abandonAll()
    }
    if (this.#downloaded.length === 0) this.#requestNextPart()
  }

  #compileBatch(): void {
    const deadline = performance.now() + maxBatchMillis
    for (let count = 0; count < this.#modulesPerPoll && performance.now() < deadline; count++) {
      const next = this.#downloaded.shift()
      if (next) this.#compile(next.page, next.module)
    }
    // Makes v86 look up the slots of interpreted pages again, so that it finds the new modules.
    this.#cpu.full_clear_tlb()
  }

  #compile({ slot }: PrecompiledPage, module: Uint8Array): void {
    const table = this.#cpu.wm.wasm_table
    // After a write to the page, v86 may have reused its slot for another module.
    const isStillNeeded = this.#waiting.delete(slot) && table.get(firstJitSlot + slot) === this.#placeholder
    if (!isStillNeeded) return
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module.slice()), {
      e: this.#cpu.jit_imports,
    })
    const run = exports.f as (state: number) => void // what each module of v86 exports
    for (let calls = 0; calls < warmUpCalls; calls++) run(-1)
    table.set(firstJitSlot + slot, run)
  }

  /** The placeholder’s function: makes v86 continue as if the page had no code. */
  #interpret(): void {
    const memory = this.#memory()
    const entry =
      memoryAddresses.codeOfPage + (memory.getUint32(memoryAddresses.instructionPointer, true) >>> 12) * 4
    const slot = memory.getUint16(memory.getUint32(entry, true) + memoryAddresses.slotInCode, true)
    const page = this.#waiting.get(slot)
    if (page && this.#isBusy) {
      this.#waiting.delete(slot)
      this.#cpu.jit_dirty_cache(page.page, page.page + 1)
    } else {
      // Until v86 looks up the page’s address again, which it rarely does by itself for pages of the kernel.
      memory.setUint32(entry, 0, true)
    }
  }

  get #isBusy(): boolean {
    return (
      this.#instructionsWithoutPause > (this.#hasTypedInput ? busyInstructions : backgroundBusyInstructions)
    )
  }

  #instructionCount(): number {
    return this.#memory().getUint32(memoryAddresses.instructionCounter, true)
  }

  /** A new view if v86’s memory has grown, which detaches the old one. */
  #memory(): DataView {
    const { buffer } = this.#cpu.wasm_memory
    if (this.#view.buffer !== buffer) this.#view = new DataView(buffer)
    return this.#view
  }
}

/** A WebAssembly table only accepts WebAssembly functions, so this wraps a JavaScript one; the argument is dropped. */
function wrapAsWasmFunction(target: () => void): CallableFunction {
  const module = Uint8Array.of(
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...[0x01, 0x08, 0x02, 0x60, 0x01, 0x7f, 0x00, 0x60, 0x00, 0x00], // types: (i32) -> (), () -> ()
    ...[0x02, 0x07, 0x01, 0x01, 0x65, 0x01, 0x66, 0x00, 0x01], // imports e.f, of the second type
    ...[0x03, 0x02, 0x01, 0x00], // one function of the first
    ...[0x07, 0x05, 0x01, 0x01, 0x66, 0x00, 0x01], // exported as f
    ...[0x0a, 0x06, 0x01, 0x04, 0x00, 0x10, 0x00, 0x0b], // its body calls the import
  )
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module), { e: { f: target } })
  return exports.f as CallableFunction // its only export
}

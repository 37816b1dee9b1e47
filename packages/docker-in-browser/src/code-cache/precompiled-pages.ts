import { firstJitSlot, memoryAddresses, type V86Cpu } from '../emulator/v86-cpu.ts'
import type { PrecompiledPage } from './precompiled-code.ts'

/** Milliseconds. */
const pollIntervalMillis = 40
/** Milliseconds after which no further module is made at a look: what is typed waits for so long. */
const maxBatchMillis = 20
/** Guest instructions between two looks that a machine at rest stays below: ten million a second. */
const idleInstructionLimit = 400_000
/** So many without a rest since something was typed are a command that somebody waits for. */
const busyInstructions = 8_000_000
/** What the page asks of the machine by itself is 20 million at a time; so many more are work all the same. */
const backgroundBusyInstructions = 80_000_000
/** Looks at a machine at rest after which the hurry is over: a second. */
const idlePollsToReset = 25

/**
 * Enough calls for the browser to compile a module of usual size with its slow compiler. Each module leaves at once when
 * it is called with -1 (image-builder/add-early-return.ts).
 */
const warmCalls = 500

/**
 * Pages of guest code that come compiled. To be quick, a module needs the browser's quick compiler and then its slow
 * one; it gets both while the machine is at rest, a few modules at a time, more where processors are to spare. Until
 * then v86 finds a function in the page's slot that sends it to interpret the page. When somebody waits for work that
 * lasts, a page it needs whose module isn't ready is given up: v86 then compiles it by itself, as it does all others.
 */
export class PrecompiledPages {
  readonly #cpu: V86Cpu
  /** In the order in which their modules come. */
  readonly #pages: PrecompiledPage[]
  readonly #waiting: Map<number, PrecompiledPage>
  readonly #placeholder: CallableFunction
  readonly #perLook: number
  #view: DataView
  /** Modules that are here and not made yet. */
  #here: { page: PrecompiledPage; module: Uint8Array }[] = []
  #wantMore = () => {}
  #timer: ReturnType<typeof setInterval> | undefined
  #lastCount = 0
  #busy = 0
  #restfulLooks = 0
  #isTyped = false
  /** A turn of the guest has ended with work left since the last look. */
  #hasWork = false
  #isOver = false

  constructor(
    cpu: V86Cpu,
    pages: PrecompiledPage[],
    processors = globalThis.navigator?.hardwareConcurrency ?? 2,
  ) {
    this.#cpu = cpu
    this.#pages = pages
    this.#waiting = new Map(pages.map((page) => [page.slot, page]))
    this.#perLook = Math.min(8, Math.max(1, processors - 1))
    this.#view = new DataView(cpu.wasm_memory.buffer)
    this.#placeholder = wrapAsWasmFunction(() => this.#interpret())
    for (const { slot } of pages) cpu.wm.wasm_table.set(firstJitSlot + slot, this.#placeholder)
  }

  /** How many pages are neither ready nor given up. */
  get waiting(): number {
    return this.#waiting.size
  }

  /** Somebody types, and waits for what comes of it. */
  typed(): void {
    this.#isTyped = true
  }

  /** Fetches the modules, some at a time, and makes them. Without them the pages are given up. */
  async warmUp(parts: (() => Promise<Uint8Array>)[]): Promise<void> {
    this.#lastCount = this.#count()
    this.#watchTurns()
    this.#timer = setInterval(() => this.#look(), pollIntervalMillis)
    const pages = this.#pages.values()
    try {
      for (const part of parts) {
        const modules = await part()
        if (this.#isOver) return
        let at = 0
        while (at < modules.length) {
          const page = pages.next().value
          if (!page) break
          this.#here.push({ page, module: modules.subarray(at, at + page.bytes) })
          at += page.bytes
        }
        await new Promise<void>((resolve) => {
          this.#wantMore = resolve
        })
      }
    } catch {
      // The machine works without: whoever needs to hear of a failing network hears it from its disk.
    }
    if (!this.#isOver) this.#giveUp()
  }

  /**
   * On a busy computer making a module can take longer than the time between two looks. The guest then has one turn in
   * which it can't do much, and would be taken for one at rest until all is made: minutes.
   */
  #watchTurns(): void {
    const cpu = this.#cpu
    const turn = cpu.main_loop
    cpu.main_loop = () => {
      const pause = turn.call(cpu)
      if (pause === 0) this.#hasWork = true
      return pause
    }
  }

  /** Leaves what is not ready to v86. */
  #giveUp(): void {
    for (const { page } of this.#waiting.values()) this.#cpu.jit_dirty_cache(page, page + 1)
    this.end()
  }

  end(): void {
    this.#isOver = true
    clearInterval(this.#timer)
    this.#waiting.clear()
    this.#here = []
    this.#wantMore()
  }

  #look(): void {
    const count = this.#count()
    const ran = (count - this.#lastCount) >>> 0
    this.#lastCount = count
    const isBusyNow = ran > idleInstructionLimit || this.#hasWork
    this.#hasWork = false
    if (isBusyNow) {
      const wasBusy = this.#isHurried
      this.#busy += ran
      this.#restfulLooks = 0
      // Pages that are sent to be interpreted come by the slot once more, to be given up.
      if (this.#isHurried && !wasBusy) this.#cpu.full_clear_tlb()
      return
    }
    this.#restfulLooks += 1
    if (this.#restfulLooks >= idlePollsToReset) {
      this.#busy = 0
      this.#isTyped = false
    }
    try {
      if (!this.#isHurried && this.#here.length > 0) this.#makeSome()
    } catch {
      // The browser has no room for more.
      this.#giveUp()
    }
    if (this.#here.length === 0) this.#wantMore()
  }

  #makeSome(): void {
    const until = performance.now() + maxBatchMillis
    for (let count = 0; count < this.#perLook && performance.now() < until; count++) {
      const next = this.#here.shift()
      if (next) this.#make(next.page, next.module)
    }
    // Those that are sent to be interpreted find their modules.
    this.#cpu.full_clear_tlb()
  }

  #make({ slot }: PrecompiledPage, module: Uint8Array): void {
    const table = this.#cpu.wm.wasm_table
    // v86 gives a slot to another module when its page was written to.
    const isWanted = this.#waiting.delete(slot) && table.get(firstJitSlot + slot) === this.#placeholder
    if (!isWanted) return
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module.slice()), {
      e: this.#cpu.jit_imports,
    })
    const run = exports.f as (state: number) => void // what each module of v86 exports
    for (let calls = 0; calls < warmCalls; calls++) run(-1)
    table.set(firstJitSlot + slot, run)
  }

  /** In place of a page's code: lets v86 go on as if the page had none. */
  #interpret(): void {
    const memory = this.#memory()
    const entry =
      memoryAddresses.codeOfPage + (memory.getUint32(memoryAddresses.instructionPointer, true) >>> 12) * 4
    const slot = memory.getUint16(memory.getUint32(entry, true) + memoryAddresses.slotInCode, true)
    const page = this.#waiting.get(slot)
    if (page && this.#isHurried) {
      this.#waiting.delete(slot)
      this.#cpu.jit_dirty_cache(page.page, page.page + 1)
    } else {
      // Until v86 looks the page's address up again, which for the kernel's it hardly does by itself.
      memory.setUint32(entry, 0, true)
    }
  }

  get #isHurried(): boolean {
    return this.#busy > (this.#isTyped ? busyInstructions : backgroundBusyInstructions)
  }

  #count(): number {
    return this.#memory().getUint32(memoryAddresses.instructionCounter, true)
  }

  /** v86's memory may have grown since. */
  #memory(): DataView {
    const { buffer } = this.#cpu.wasm_memory
    if (this.#view.buffer !== buffer) this.#view = new DataView(buffer)
    return this.#view
  }
}

/** WebAssembly's tables hold none but its own functions: this one takes a number and calls another without it. */
function wrapAsWasmFunction(target: () => void): CallableFunction {
  const module = Uint8Array.of(
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...[0x01, 0x08, 0x02, 0x60, 0x01, 0x7f, 0x00, 0x60, 0x00, 0x00], // types: (i32) -> (), () -> ()
    ...[0x02, 0x07, 0x01, 0x01, 0x65, 0x01, 0x66, 0x00, 0x01], // imports e.f, of the second type
    ...[0x03, 0x02, 0x01, 0x00], // one function of the first
    ...[0x07, 0x05, 0x01, 0x01, 0x66, 0x00, 0x01], // exported as f
    ...[0x0a, 0x06, 0x01, 0x04, 0x00, 0x10, 0x00, 0x0b], // it calls the import
  )
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module), { e: { f: target } })
  return exports.f as CallableFunction // the one thing it exports
}

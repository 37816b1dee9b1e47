import { V86, type V86Image } from 'v86'
import { extraJitSlots, patchJitSlotCount } from '../code-cache/patch-jit-slots.ts'
import { loadPrecompiledCode, type PrecompiledCode } from '../code-cache/precompiled-code.ts'
import { PrecompiledPages } from '../code-cache/precompiled-pages.ts'
import type { EmulatedDisk } from './chunked-disk.ts'
import { cpuOf, type V86Cpu } from './v86-cpu.ts'

export type Emulator = {
  /** Keys or text into a serial line: 0 the terminal, 1 the agent's. */
  send(line: 0 | 1, text: string): void
  onByte(line: 0 | 1, listener: (byte: number) => void): void
  /** Guest instructions since the start, 32 bits: it wraps. */
  instructions(): number
  save(): Promise<ArrayBuffer>
  stop(): Promise<void>
  go(): Promise<void>
  /** Pages whose code came with the image, if there was any that fits. */
  readonly compiledPages: PrecompiledPages | null
  /** For building the image. */
  readonly cpu: V86Cpu
  destroy(): Promise<void>
}

export type EmulatorFiles = {
  /** The bytes of v86.wasm. */
  program: Uint8Array<ArrayBuffer>
  memory: number
  bios: ArrayBuffer
  vgaBios: ArrayBuffer
  disk: EmulatedDisk
  /** `compiled` was made on the very state that it comes with. */
  from:
    | { kind: 'state'; state: ArrayBuffer; compiled?: PrecompiledCode }
    | { kind: 'boot'; kernel: ArrayBuffer; initrd: ArrayBuffer; commandLine: string }
}

type RestoredEmulator = { emulator: V86; cpu: V86Cpu; compiledPages: PrecompiledPages | null }

/**
 * One v86 machine with the devices that the snapshot was taken with, before its first instruction. Building the image
 * and running it both come through here, because a state fits only a machine made with the same options. Rejects when
 * the state is none, or the program is none that this browser can run.
 */
export async function restoreEmulator(files: EmulatorFiles): Promise<RestoredEmulator> {
  const { from } = files
  const patchedProgram = patchJitSlotCount(files.program)
  const program = await WebAssembly.compile(patchedProgram ?? files.program)
  const emulator = new V86({
    wasm_fn: async (imports) => {
      const table = imports.env?.__indirect_function_table
      if (patchedProgram && table instanceof WebAssembly.Table) table.grow(extraJitSlots)
      return (await WebAssembly.instantiate(program, imports)).exports
    },
    memory_size: files.memory,
    vga_memory_size: 2 << 20,
    bios: { buffer: files.bios },
    vga_bios: { buffer: files.vgaBios },
    // v86 takes any object with load, get and set; its types don't say so.
    hda: files.disk as unknown as V86Image,
    uart1: true,
    acpi: false,
    autostart: false,
    disable_keyboard: true,
    disable_mouse: true,
    disable_speaker: true,
    ...(from.kind === 'boot' && {
      bzimage: { buffer: from.kernel },
      initrd: { buffer: from.initrd },
      cmdline: from.commandLine,
    }),
  })
  await waitForEvent(emulator, 'emulator-loaded')
  const cpu = cpuOf(emulator)
  cpu.set_jit_config(maxPagesPerModule, 1)
  if (from.kind === 'boot') return { emulator, cpu, compiledPages: null }
  // Not by `initial_state`: what is wrong with a state would be thrown where nobody hears it.
  const restore = () => emulator.restore_state(from.state)
  const { compiled } = from
  const isPrecompiledCodeLoaded = compiled !== undefined && loadPrecompiledCode(cpu, compiled)
  await (isPrecompiledCodeLoaded ? withJitCacheKept(cpu, restore) : restore())
  return {
    emulator,
    cpu,
    compiledPages: isPrecompiledCodeLoaded ? new PrecompiledPages(cpu, compiled.pages) : null,
  }
}

export async function startEmulator(files: EmulatorFiles): Promise<Emulator> {
  const { emulator, cpu, compiledPages } = await restoreEmulator(files)
  const started = waitForEvent(emulator, 'emulator-started')
  await emulator.run()
  // Bytes sent before this are lost.
  await started

  return {
    send: (line, text) => {
      emulator.serial_send_bytes(line, new TextEncoder().encode(text))
    },
    onByte: (line, listener) => emulator.add_listener(`serial${line}-output-byte`, listener),
    instructions: () => emulator.get_instruction_counter(),
    save: () => emulator.save_state(),
    stop: () => emulator.stop(),
    go: () => emulator.run(),
    destroy: () => {
      compiledPages?.end()
      return emulator.destroy()
    },
    compiledPages,
    cpu,
  }
}

/**
 * The number that v86 gives to its setting of how many pages go into a module. By itself it compiles a hot page of guest
 * code together with up to two others that it jumps to. An engine is some thousand pages that call each other, and such
 * modules take the browser longer to compile than they save: without them a first `docker run` takes half the time.
 */
const maxPagesPerModule = 1

function waitForEvent(emulator: V86, event: 'emulator-loaded' | 'emulator-started'): Promise<void> {
  return new Promise((resolve) => emulator.add_listener(event, () => resolve()))
}

/** v86 forgets at each restore what it has compiled; here that belongs to the state. */
async function withJitCacheKept(cpu: V86Cpu, restore: () => Promise<void>): Promise<void> {
  const clearJitCache = cpu.jit_clear_cache
  cpu.jit_clear_cache = () => {}
  try {
    await restore()
  } finally {
    cpu.jit_clear_cache = clearJitCache
  }
}

import { V86, type V86Image } from 'v86'
import { extraJitSlots, patchJitSlotCount } from '../code-cache/patch-jit-slots.ts'
import { loadPrecompiledCode, type PrecompiledCode } from '../code-cache/precompiled-code.ts'
import { PrecompiledPages } from '../code-cache/precompiled-pages.ts'
import type { EmulatedDisk } from './chunked-disk.ts'
import { cpuOf, type V86Cpu } from './v86-cpu.ts'

export type Emulator = {
  /** Sends text to a serial port: 0 is the terminal’s, 1 the agent’s. */
  send(port: 0 | 1, text: string): void
  onByte(port: 0 | 1, listener: (byte: number) => void): void
  /** Guest instructions since the start. The count has 32 bits and wraps. */
  instructions(): number
  save(): Promise<ArrayBuffer>
  stop(): Promise<void>
  go(): Promise<void>
  /** Null if the image has no precompiled code for this v86. */
  readonly precompiledPages: PrecompiledPages | null
  /** For the image builder. */
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
  /** `compiled` is only valid for the state with which it was saved. */
  from:
    | { kind: 'state'; state: ArrayBuffer; compiled?: PrecompiledCode }
    | { kind: 'boot'; kernel: ArrayBuffer; initrd: ArrayBuffer; commandLine: string }
}

type RestoredEmulator = { emulator: V86; cpu: V86Cpu; precompiledPages: PrecompiledPages | null }

/**
 * Creates an emulator with the devices of the snapshot, before its first instruction. The image builder uses it too,
 * because a state can only be restored into an emulator with the same options. Rejects if the state is invalid or the
 * browser cannot run the program.
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
    // v86 accepts any object with load, get and set, although its types say otherwise.
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
  if (from.kind === 'boot') return { emulator, cpu, precompiledPages: null }
  // Not with the option `initial_state`, because nothing could catch the error of an invalid state.
  const restore = () => emulator.restore_state(from.state)
  const { compiled } = from
  const isPrecompiledCodeLoaded = compiled !== undefined && loadPrecompiledCode(cpu, compiled)
  await (isPrecompiledCodeLoaded ? keepingJitCache(cpu, restore) : restore())
  return {
    emulator,
    cpu,
    precompiledPages: isPrecompiledCodeLoaded ? new PrecompiledPages(cpu, compiled.pages) : null,
  }
}

export async function startEmulator(files: EmulatorFiles): Promise<Emulator> {
  const { emulator, cpu, precompiledPages } = await restoreEmulator(files)
  const started = waitForEvent(emulator, 'emulator-started')
  await emulator.run()
  // Bytes sent before this are lost.
  await started

  return {
    send: (port, text) => {
      emulator.serial_send_bytes(port, new TextEncoder().encode(text))
    },
    onByte: (port, listener) => emulator.add_listener(`serial${port}-output-byte`, listener),
    instructions: () => emulator.get_instruction_counter(),
    save: () => emulator.save_state(),
    stop: () => emulator.stop(),
    go: () => emulator.run(),
    destroy: () => {
      precompiledPages?.end()
      return emulator.destroy()
    },
    precompiledPages,
    cpu,
  }
}

/**
 * v86’s number for its setting of how many pages a module may have. By default, it compiles a hot page of guest code
 * together with up to two others that the page jumps to. The engine has some thousand pages that call each other, and
 * compiling such modules takes the browser longer than they save: without them, a first `docker run` takes half the time.
 */
const maxPagesPerModule = 1

function waitForEvent(emulator: V86, event: 'emulator-loaded' | 'emulator-started'): Promise<void> {
  return new Promise((resolve) => emulator.add_listener(event, () => resolve()))
}

/** Keeps v86 from clearing its JIT cache when it restores a state, because here the cache belongs to that state. */
async function keepingJitCache(cpu: V86Cpu, restore: () => Promise<void>): Promise<void> {
  const clearJitCache = cpu.jit_clear_cache
  cpu.jit_clear_cache = () => {}
  try {
    await restore()
  } finally {
    cpu.jit_clear_cache = clearJitCache
  }
}

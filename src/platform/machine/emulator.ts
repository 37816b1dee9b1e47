import { V86, type V86Image } from 'v86'
import type { EmulatedDisk } from './disk.ts'
import { moreSlots, withMoreSlots } from './module-slots.ts'

export type Emulator = {
  /** Keys or text into a serial line: 0 the terminal, 1 the agent's. */
  send(line: 0 | 1, text: string): void
  onByte(line: 0 | 1, listener: (byte: number) => void): void
  /** Guest instructions since the start, 32 bits: it wraps. */
  instructions(): number
  save(): Promise<ArrayBuffer>
  stop(): Promise<void>
  go(): Promise<void>
  destroy(): Promise<void>
}

export type EmulatorFiles = {
  /** The bytes of v86.wasm. */
  program: Uint8Array<ArrayBuffer>
  memory: number
  bios: ArrayBuffer
  vgaBios: ArrayBuffer
  disk: EmulatedDisk
  from:
    | { kind: 'state'; state: ArrayBuffer }
    | { kind: 'boot'; kernel: ArrayBuffer; initrd: ArrayBuffer; commandLine: string }
}

/**
 * One v86 machine with the devices that the snapshot was taken with. Building the image and running it both come
 * through here, because a state fits only a machine made with the same options. Rejects when the state is none, or the
 * program is none that this browser can run.
 */
export async function startEmulator(files: EmulatorFiles): Promise<Emulator> {
  const { from } = files
  const roomier = withMoreSlots(files.program)
  const program = await WebAssembly.compile(roomier ?? files.program)
  const emulator = new V86({
    wasm_fn: async (imports) => {
      const table = imports.env?.__indirect_function_table
      if (roomier && table instanceof WebAssembly.Table) table.grow(moreSlots)
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
  const heard = (event: 'emulator-loaded' | 'emulator-started') =>
    new Promise<void>((resolve) => emulator.add_listener(event, () => resolve()))
  await heard('emulator-loaded')
  compileByThePage(emulator)
  // Not by `initial_state`: what is wrong with a state would be thrown where nobody hears it.
  if (from.kind === 'state') await emulator.restore_state(from.state)
  const started = heard('emulator-started')
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
    destroy: () => emulator.destroy(),
  }
}

/** The number that v86 gives to its setting of how many pages go into a module. */
const maxPages = 1

/**
 * v86 compiles a hot page of guest code together with up to two others that it jumps to. An engine is some thousand
 * pages that call each other, and such modules take the browser longer to compile than they save: without them a
 * first `docker run` takes half the time (docs/decisions/0016-a-page-at-a-time.md).
 */
function compileByThePage(emulator: V86): void {
  // Its types leave out what it offers for tuning.
  const { cpu } = (
    emulator as unknown as { v86: { cpu: { set_jit_config(index: number, value: number): void } } }
  ).v86
  cpu.set_jit_config(maxPages, 1)
}

import type { V86 } from 'v86'

/** What v86 has inside and its types leave out. */
export type V86Cpu = {
  /** All of v86's memory; the guest's is a part of it. */
  wasm_memory: WebAssembly.Memory
  /** The guest's memory. */
  mem8: Uint8Array
  /** What the modules import that v86 compiles guest code to. */
  jit_imports: WebAssembly.ModuleImports
  wm: {
    exports: { read_tsc(): bigint }
    /** v86's functions, and from `slotsFrom` on those of its compiled modules. */
    wasm_table: WebAssembly.Table
  }
  set_jit_config(index: number, value: number): void
  /** Adds to what was set before, so that setting what `read_tsc` says makes both zero. */
  set_tsc(low: number, high: number): void
  full_clear_tlb(): void
  jit_clear_cache(): void
  /** Throws away what was compiled for these bytes of the guest's memory. */
  jit_dirty_cache(start: number, end: number): void
  /** Lets the guest run for a millisecond. Returns 0, or for how many milliseconds it has nothing to do. */
  main_loop(): number
  /** Called with each module that v86 has written, to be made and put into its slot. */
  codegen_finalize(slot: number, page: number, flags: number, at: number, length: number): void
}

export function cpuOf(emulator: V86): V86Cpu {
  return (emulator as unknown as { v86: { cpu: V86Cpu } }).v86.cpu
}

/** Slots are counted from one; this is what the table has before them. */
export const firstJitSlot = 1024

/** SHA-256 of the program of v86 that has its memory as `places` says. */
export const knownProgramSha256 = 'aa0d0e149d6b60063b85de4871e78505637ce92821e14a9f9802c4008ba2336e'

/** Addresses in v86's memory. */
export const memoryAddresses = {
  instructionPointer: 556,
  /** Guest instructions so far, 32 bits. */
  instructionCounter: 664,
  /** For each page of guest addresses, four bytes: where the description of its code is, or 0. */
  codeOfPage: 49180,
  /** In such a description: the slot of its module, two bytes. */
  slotInCode: 8192,
}

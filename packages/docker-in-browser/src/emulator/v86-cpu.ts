import type { V86 } from 'v86'

/** Internals of v86 that its types omit. */
export type V86Cpu = {
  /** All of v86's memory, of which the guest's memory is a part. */
  wasm_memory: WebAssembly.Memory
  /** The guest's memory. */
  mem8: Uint8Array
  /** What JIT modules import. */
  jit_imports: WebAssembly.ModuleImports
  wm: {
    exports: { read_tsc(): bigint }
    /** v86's functions, followed from `firstJitSlot` on by those of its JIT modules. */
    wasm_table: WebAssembly.Table
  }
  set_jit_config(index: number, value: number): void
  /** Adds to the previous offset, so that setting it to the value of `read_tsc` makes both zero. */
  set_tsc(low: number, high: number): void
  full_clear_tlb(): void
  jit_clear_cache(): void
  /** Discards the compiled code of this range of the guest's memory. */
  jit_dirty_cache(start: number, end: number): void
  /** Runs the guest for a millisecond. Returns 0, or the number of milliseconds for which it is idle. */
  main_loop(): number
  /** Called with each module that v86 has generated, to be compiled and put into its slot. */
  codegen_finalize(slot: number, page: number, flags: number, at: number, length: number): void
}

export function cpuOf(emulator: V86): V86Cpu {
  return (emulator as unknown as { v86: { cpu: V86Cpu } }).v86.cpu
}

/** Slots are numbered from 1; this is the number of table entries before them. */
export const firstJitSlot = 1024

/** SHA-256 of the v86 build that `memoryAddresses` applies to. */
export const knownProgramSha256 = 'aa0d0e149d6b60063b85de4871e78505637ce92821e14a9f9802c4008ba2336e'

/** Addresses in v86's memory. */
export const memoryAddresses = {
  instructionPointer: 556,
  /** Guest instructions so far, 32 bits. */
  instructionCounter: 664,
  /** For each page of guest addresses, four bytes: the address of its code's description, or 0. */
  codeOfPage: 49180,
  /** In such a description: the slot of its module, two bytes. */
  slotInCode: 8192,
}

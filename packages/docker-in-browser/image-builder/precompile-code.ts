import { readFileSync } from 'node:fs'
import { constants, zstdCompressSync } from 'node:zlib'
import { HeadlessMachine, type LabImage, type SavedSnapshot } from '../node/headless-machine.ts'
import { readV86Program } from '../node/v86-program.ts'
import {
  dumpEmulatorMemory,
  type PrecompiledPage,
  serializePrecompiledCode,
} from '../src/code-cache/precompiled-code.ts'
import { ChunkedDisk } from '../src/emulator/chunked-disk.ts'
import { type Emulator, restoreEmulator } from '../src/emulator/emulator.ts'
import { firstJitSlot, knownProgramSha256, type V86Cpu } from '../src/emulator/v86-cpu.ts'
import type { ImageFile, ImageManifest } from '../src/image/image-manifest.ts'
import { addEarlyReturn } from './add-early-return.ts'
import { biosFile, vgaBiosFile } from './build-machine.ts'
import { hashOf } from './cached-steps.ts'
import { effort } from './effort.ts'

/** Commands that nearly every lab runs. */
const commands = ['docker ps', 'docker run --rm busybox true']

/** Leaves slots for other code: v86 has 4064 (patch-jit-slots.ts) and discards all modules when none is free. */
const maxPrecompiledPages = 2400

/** Decompressing a part of this size blocks the machine for about 20 ms. */
const partBytes = 2_000_000
const pageBytes = 4096

/** `heatRank`: 0 for the page that became hot first. */
type JitModule = { page: number; bytes: Uint8Array; heatRank: number }

/**
 * Runs common commands from the snapshot until v86 has compiled the code that they need, and writes the modules of
 * pages that are still as in the snapshot. Returns undefined if v86 is not the build whose memory layout is known.
 */
export async function precompileCode(
  image: LabImage,
  snapshot: SavedSnapshot,
  writePart: (bytes: Uint8Array) => ImageFile,
): Promise<ImageManifest['compiled']> {
  if (hashOf(readV86Program()) !== knownProgramSha256) {
    console.log('  No code is precompiled: v86-cpu.ts describes another build of v86.')
    return undefined
  }
  const before = await readGuestMemory(image, snapshot)
  const machine = await HeadlessMachine.start(image, snapshot)
  const { emulator } = machine.v86
  if (!emulator) throw new Error('The machine is not running.')
  const { cpu } = emulator
  const modules = collectModules(cpu)
  for (let round = 0; round < effort.precompileRounds; round++)
    for (const command of commands) await machine.type(command)
  await stopAtModuleBoundary(emulator, modules)
  const pages = discardUnusablePages(cpu, modules, before)
  const tables = writePart(compress(serializePrecompiledCode({ ...dumpEmulatorMemory(cpu), pages })))
  const moduleParts = splitIntoParts(pages.map(({ slot }) => moduleInSlot(modules, slot).bytes)).map((part) =>
    writePart(compress(part)),
  )
  machine.dispose()
  return { program: knownProgramSha256, tables, modules: moduleParts }
}

/** The guest’s memory in the snapshot, before the first instruction. */
async function readGuestMemory({ manifest }: LabImage, state: SavedSnapshot): Promise<Uint8Array> {
  const { emulator, cpu } = await restoreEmulator({
    program: readV86Program(),
    memory: manifest.memory,
    bios: new Uint8Array(readFileSync(biosFile)).buffer,
    vgaBios: new Uint8Array(readFileSync(vgaBiosFile)).buffer,
    disk: new ChunkedDisk({
      bytes: manifest.disk.bytes,
      chunkBytes: manifest.disk.chunkBytes,
      read: () => new Uint8Array(manifest.disk.chunkBytes),
      onFailure: () => {},
    }),
    from: { kind: 'state', state: state.buffer },
  })
  const memory = cpu.mem8.slice()
  await emulator.destroy()
  return memory
}

/** Collects every module that v86 makes from now on, by slot. */
function collectModules(cpu: V86Cpu): Map<number, JitModule> {
  cpu.jit_clear_cache()
  const modules = new Map<number, JitModule>()
  const heatRanks = new Map<number, number>()
  const finalize = cpu.codegen_finalize
  cpu.codegen_finalize = (slot, page, flags, at, length) => {
    const bytes = new Uint8Array(cpu.wasm_memory.buffer, at >>> 0, length >>> 0).slice()
    const heatRank = heatRanks.get(page) ?? heatRanks.size
    heatRanks.set(page, heatRank)
    // Deleted first, so that the newest module is the last in the map.
    modules.delete(slot)
    modules.set(slot, { page: page >>> 0, bytes: addEarlyReturn(bytes), heatRank })
    finalize.call(cpu, slot, page, flags, at, length)
  }
  return modules
}

/**
 * Stops, and waits until the last module is in its slot: v86 compiles one at a time, and its tables show it as pending.
 */
async function stopAtModuleBoundary(emulator: Emulator, modules: Map<number, JitModule>): Promise<void> {
  await emulator.stop()
  const last = [...modules.keys()].at(-1) ?? 0
  for (let tries = 0; tries < 200 && !isInUse(emulator.cpu, last); tries++)
    await new Promise((resolve) => setTimeout(resolve, 20))
}

function isInUse(cpu: V86Cpu, slot: number): boolean {
  return cpu.wm.wasm_table.get(firstJitSlot + slot) !== null
}

/**
 * Discards the code of pages that differ from the snapshot and, to leave slots for other code, of all but the first
 * `maxPrecompiledPages` that became hot. Also clears cached address translations. Returns the remaining pages in the
 * order in which they became hot.
 */
function discardUnusablePages(
  cpu: V86Cpu,
  modules: Map<number, JitModule>,
  before: Uint8Array,
): PrecompiledPage[] {
  const discard = (page: number) => cpu.jit_dirty_cache(page, page + pageBytes)
  for (let page = 0; page < before.length; page += pageBytes) {
    const current = Buffer.from(cpu.mem8.buffer, cpu.mem8.byteOffset + page, pageBytes)
    if (!current.equals(before.subarray(page, page + pageBytes))) discard(page)
  }
  const pages = [...modules]
    .filter(([slot]) => isInUse(cpu, slot))
    .sort(([, a], [, b]) => a.heatRank - b.heatRank)
    .map(([slot, { page, bytes }]) => ({ slot, page, bytes: bytes.length }))
  for (const { page } of pages.slice(maxPrecompiledPages)) discard(page)
  cpu.full_clear_tlb()
  return pages.slice(0, maxPrecompiledPages)
}

function moduleInSlot(modules: Map<number, JitModule>, slot: number): JitModule {
  const module = modules.get(slot)
  if (!module) throw new Error(`There is no module in slot ${slot}.`)
  return module
}

function splitIntoParts(modules: Uint8Array[]): Uint8Array[] {
  const parts: Uint8Array[][] = []
  let capacity = 0
  for (const module of modules) {
    if (capacity < module.length) {
      parts.push([])
      capacity = partBytes
    }
    parts.at(-1)?.push(module)
    capacity -= module.length
  }
  return parts.map((part) => Buffer.concat(part))
}

function compress(bytes: Uint8Array): Uint8Array {
  const params = {
    [constants.ZSTD_c_compressionLevel]: effort.codeZstdLevel,
    [constants.ZSTD_c_windowLog]: 24,
    [constants.ZSTD_c_contentSizeFlag]: 1,
  }
  return zstdCompressSync(bytes, { params, pledgedSrcSize: bytes.length })
}

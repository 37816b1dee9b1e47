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

/** What nearly every lab does. */
const commands = ['docker ps', 'docker run --rm busybox true']

/** v86 has slots for 4064 modules (module-slots.ts), and throws all of them away when none is free. */
const maxPages = 2400

/** Bytes of modules in a part: to unpack one holds the machine up for some 20 ms. */
const partBytes = 2_000_000
const pageBytes = 4096

/** `turn`: which of all pages this one was to become hot, from 0. */
type JitModule = { page: number; bytes: Uint8Array; turn: number }

/**
 * Uses a machine from the snapshot until v86 has compiled what these commands need, and keeps that for the pages that
 * are what they were in the snapshot. Undefined when v86 is another than the one whose memory is known.
 */
export async function precompileCode(
  image: LabImage,
  snapshot: SavedSnapshot,
  keep: (bytes: Uint8Array) => ImageFile,
): Promise<ImageManifest['compiled']> {
  if (hashOf(readV86Program()) !== knownProgramSha256) {
    console.log('  No code is compiled ahead: v86-cpu.ts knows another v86 than this one.')
    return undefined
  }
  const before = await guestMemory(image, snapshot)
  const machine = await HeadlessMachine.start(image, snapshot)
  const { emulator } = machine.v86
  if (!emulator) throw new Error('The machine is not running.')
  const { cpu } = emulator
  const made = collectModules(cpu)
  for (let round = 0; round < effort.rounds; round++)
    for (const command of commands) await machine.type(command)
  await stopAtModuleBoundary(emulator, made)
  const pages = removeChangedPages(cpu, made, before)
  const tables = keep(packed(serializePrecompiledCode({ ...dumpEmulatorMemory(cpu), pages })))
  const modules = splitIntoParts(pages.map(({ slot }) => moduleIn(made, slot).bytes)).map((part) =>
    keep(packed(part)),
  )
  machine.dispose()
  return { program: knownProgramSha256, tables, modules }
}

/** The guest's memory as the snapshot has it, before any instruction. */
async function guestMemory({ manifest }: LabImage, state: SavedSnapshot): Promise<Uint8Array> {
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

/** By slot, every module from now on. */
function collectModules(cpu: V86Cpu): Map<number, JitModule> {
  cpu.jit_clear_cache()
  const modules = new Map<number, JitModule>()
  const turns = new Map<number, number>()
  const finalize = cpu.codegen_finalize
  cpu.codegen_finalize = (slot, page, flags, at, length) => {
    const bytes = new Uint8Array(cpu.wasm_memory.buffer, at >>> 0, length >>> 0).slice()
    const turn = turns.get(page) ?? turns.size
    turns.set(page, turn)
    // The last one made is the last in the map.
    modules.delete(slot)
    modules.set(slot, { page: page >>> 0, bytes: addEarlyReturn(bytes), turn })
    finalize.call(cpu, slot, page, flags, at, length)
  }
  return modules
}

/** v86 makes one module at a time: until the last one is in its slot, its tables wait for it. */
async function stopAtModuleBoundary(emulator: Emulator, made: Map<number, JitModule>): Promise<void> {
  await emulator.stop()
  const last = [...made.keys()].at(-1) ?? 0
  for (let tries = 0; tries < 200 && !isInUse(emulator.cpu, last); tries++)
    await new Promise((resolve) => setTimeout(resolve, 20))
}

function isInUse(cpu: V86Cpu, slot: number): boolean {
  return cpu.wm.wasm_table.get(firstJitSlot + slot) !== null
}

/**
 * Leaves in v86's tables the pages that are the snapshot's, with no address looked up: those hot first come first, and
 * not more than leave room for what else is compiled.
 */
function removeChangedPages(
  cpu: V86Cpu,
  made: Map<number, JitModule>,
  before: Uint8Array,
): PrecompiledPage[] {
  const forget = (page: number) => cpu.jit_dirty_cache(page, page + pageBytes)
  for (let page = 0; page < before.length; page += pageBytes) {
    const now = Buffer.from(cpu.mem8.buffer, cpu.mem8.byteOffset + page, pageBytes)
    if (!now.equals(before.subarray(page, page + pageBytes))) forget(page)
  }
  const pages = [...made]
    .filter(([slot]) => isInUse(cpu, slot))
    .sort(([, a], [, b]) => a.turn - b.turn)
    .map(([slot, { page, bytes }]) => ({ slot, page, bytes: bytes.length }))
  for (const { page } of pages.slice(maxPages)) forget(page)
  cpu.full_clear_tlb()
  return pages.slice(0, maxPages)
}

function moduleIn(made: Map<number, JitModule>, slot: number): JitModule {
  const module = made.get(slot)
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

function packed(bytes: Uint8Array): Uint8Array {
  const params = {
    [constants.ZSTD_c_compressionLevel]: effort.codeLevel,
    [constants.ZSTD_c_windowLog]: 24,
    [constants.ZSTD_c_contentSizeFlag]: 1,
  }
  return zstdCompressSync(bytes, { params, pledgedSrcSize: bytes.length })
}

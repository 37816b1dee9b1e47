import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { addEarlyReturn } from '../image-builder/add-early-return.ts'
import { PrecompiledPages } from '../src/code-cache/precompiled-pages.ts'
import { firstJitSlot, memoryAddresses, type V86Cpu } from '../src/emulator/v86-cpu.ts'
import { addOne, buildModule } from './v86-module.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const module = addEarlyReturn(buildModule(addOne))
const pages = [3, 5, 8].map((slot) => ({ slot, page: slot * 4096, bytes: module.length }))
const descriptionAt = 0x20_000

/** A fake of v86's CPU with its memory and function table; records the calls it receives. */
function fakeCpu() {
  const memory = new WebAssembly.Memory({ initial: 4 })
  const table = new WebAssembly.Table({ element: 'anyfunc', initial: firstJitSlot + 20 })
  const dirtied: number[] = []
  let pause = 10
  const view = new DataView(memory.buffer)
  const entry = memoryAddresses.codeOfPage + 7 * 4
  const cpu = {
    wasm_memory: memory,
    wm: { wasm_table: table },
    jit_imports: { m: memory },
    jit_dirty_cache: (start: number) => dirtied.push(start / 4096),
    full_clear_tlb: () => {},
    main_loop: () => pause,
  } as unknown as V86Cpu
  return {
    cpu,
    dirtied,
    /** The guest enters a page at its seventh address; the page's code is in this slot. */
    call(slot: number) {
      view.setUint32(memoryAddresses.instructionPointer, 7 * 4096 + 12, true)
      view.setUint32(entry, descriptionAt, true)
      view.setUint16(descriptionAt + memoryAddresses.slotInCode, slot, true)
      ;(table.get(firstJitSlot + slot) as (state: number) => void)(0)
    },
    isSentToInterpreter: () => view.getUint32(entry, true) === 0,
    work(instructions: number) {
      const before = view.getUint32(memoryAddresses.instructionCounter, true)
      view.setUint32(memoryAddresses.instructionCounter, before + instructions, true)
    },
    /** A time slice after which the guest is idle for this many milliseconds. */
    runSlice(milliseconds: number) {
      pause = milliseconds
      cpu.main_loop()
    },
    inSlot: (slot: number) => table.get(firstJitSlot + slot),
    word: () => view.getInt32(0, true),
  }
}

/** Runs a million instructions before each of this many polls. */
async function runBusy(guest: ReturnType<typeof fakeCpu>, polls: number): Promise<void> {
  for (let poll = 0; poll < polls; poll++) {
    guest.work(1_000_000)
    await vi.advanceTimersByTimeAsync(40)
  }
}

const all = async () => Uint8Array.from([...module, ...module, ...module])

test('a page whose module is not ready is interpreted', () => {
  const guest = fakeCpu()
  const compiled = new PrecompiledPages(guest.cpu, pages, 2)
  guest.call(5)
  expect(guest.isSentToInterpreter()).toBe(true)
  expect(guest.word()).toBe(0)
  expect(compiled.waiting).toBe(3)
  compiled.end()
})

test('a guest with pending work is not idle, however short its time slice was', async () => {
  const guest = fakeCpu()
  const compiled = new PrecompiledPages(guest.cpu, pages, 2)
  void compiled.warmUp([all])
  for (let poll = 0; poll < 5; poll++) {
    guest.work(1000)
    guest.runSlice(0)
    await vi.advanceTimersByTimeAsync(40)
  }
  expect(compiled.waiting).toBe(3)
  guest.runSlice(10)
  await vi.advanceTimersByTimeAsync(40)
  expect(compiled.waiting).toBe(2)
  compiled.end()
})

test('modules are compiled one by one while idle, and then run', async () => {
  const guest = fakeCpu()
  const compiled = new PrecompiledPages(guest.cpu, pages, 2)
  const done = compiled.warmUp([all])
  await vi.advanceTimersByTimeAsync(40)
  expect(compiled.waiting).toBe(2)
  await vi.advanceTimersByTimeAsync(80)
  await done
  expect(compiled.waiting).toBe(0)
  expect(guest.dirtied).toEqual([])
  guest.call(8)
  expect(guest.isSentToInterpreter()).toBe(false)
  expect(guest.word()).toBe(1)
  expect(vi.getTimerCount()).toBe(0)
})

test('with spare cores several modules are compiled per poll', async () => {
  const guest = fakeCpu()
  const compiled = new PrecompiledPages(guest.cpu, pages, 8)
  const done = compiled.warmUp([all])
  await vi.advanceTimersByTimeAsync(40)
  await done
  expect(compiled.waiting).toBe(0)
})

test('long-running typed commands come first: pages they need are abandoned, the others compiled later', async () => {
  const guest = fakeCpu()
  const compiled = new PrecompiledPages(guest.cpu, pages, 2)
  const done = compiled.warmUp([all])
  compiled.recordInput()
  await runBusy(guest, 30)
  expect(compiled.waiting).toBe(3)
  guest.call(5)
  expect(guest.dirtied).toEqual([5])
  await vi.advanceTimersByTimeAsync(2000)
  await done
  expect(compiled.waiting).toBe(0)
  expect(guest.inSlot(3)).not.toBe(guest.inSlot(8))
  guest.call(3)
  expect(guest.word()).toBe(1)
})

test.each([
  ['a little background work abandons no page', 30, []],
  ['much background work abandons the pages that it needs', 100, [5]],
])('%s', async (_, polls, abandoned) => {
  const guest = fakeCpu()
  const compiled = new PrecompiledPages(guest.cpu, pages, 2)
  const done = compiled.warmUp([all])
  await runBusy(guest, polls)
  guest.call(5)
  expect(guest.dirtied).toEqual(abandoned)
  compiled.end()
  await done
})

test('a slot that v86 has reused is left alone', async () => {
  const guest = fakeCpu()
  const compiled = new PrecompiledPages(guest.cpu, pages, 8)
  guest.cpu.wm.wasm_table.set(firstJitSlot + 5, null)
  const done = compiled.warmUp([all])
  await vi.advanceTimersByTimeAsync(40)
  await done
  expect(guest.inSlot(5)).toBeNull()
})

test.each([
  ['fail to load', () => Promise.reject(new Error('no network'))],
  ['are invalid', async () => new Uint8Array(3 * module.length)],
])('when modules %s, their pages are left to v86', async (_, part) => {
  const guest = fakeCpu()
  const compiled = new PrecompiledPages(guest.cpu, pages, 2)
  const done = compiled.warmUp([part])
  await vi.advanceTimersByTimeAsync(400)
  await done
  expect(compiled.waiting).toBe(0)
  expect(guest.dirtied).toEqual(expect.arrayContaining([5, 8]))
  expect(vi.getTimerCount()).toBe(0)
})

test('a disposed machine stops compiling', async () => {
  const guest = fakeCpu()
  const compiled = new PrecompiledPages(guest.cpu, pages, 2)
  const done = compiled.warmUp([all, all])
  await vi.advanceTimersByTimeAsync(40)
  compiled.end()
  await done
  expect(vi.getTimerCount()).toBe(0)
})

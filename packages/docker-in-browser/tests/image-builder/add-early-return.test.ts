import { expect, test } from 'vitest'
import { addEarlyReturn } from '../../image-builder/add-early-return.ts'
import { addOne, buildModule } from '../v86-module.ts'

type Run = (state: number) => void

function made(module: Uint8Array): { run: Run; word: () => number } {
  const memory = new WebAssembly.Memory({ initial: 1 })
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module.slice()), { e: { m: memory } })
  return { run: exports.f as Run, word: () => new DataView(memory.buffer).getInt32(0, true) }
}

test('a call with -1 returns early and changes nothing', () => {
  const { run, word } = made(addEarlyReturn(buildModule(addOne)))
  for (let calls = 0; calls < 500; calls++) run(-1)
  expect(word()).toBe(0)
})

test.each([0, 1, 65_534])('a call with %d behaves as before', (state) => {
  const before = made(buildModule(addOne))
  const after = made(addEarlyReturn(buildModule(addOne)))
  before.run(state)
  after.run(state)
  expect(before.word()).toBe(1)
  expect(after.word()).toBe(1)
})

test('sizes stay correct across a power of 128', () => {
  for (let more = 0; more < 40; more++) {
    const work = [...addOne, ...Array.from({ length: 60 + more }, () => 0x01)]
    const { run, word } = made(addEarlyReturn(buildModule(work)))
    run(0)
    expect(word()).toBe(1)
  }
})

test.each([
  ['a different beginning', buildModule(addOne, [0x02, 0x40, 0x03, 0x40]), /does not begin/],
  ['no code', Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0), /no section 10/],
])('a module with %s is rejected', (_, module, reason) => {
  expect(() => addEarlyReturn(module)).toThrow(reason)
})

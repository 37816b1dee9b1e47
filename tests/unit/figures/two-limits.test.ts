import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  describeWrite,
  fileMebibytes,
  limitsOf,
  memoryProblem,
  type Outcome,
  programMebibytes,
  sizeProblem,
  type TmpfsWrite,
  usageOf,
} from '#domain/figures/two-limits.ts'

const anyWrite: fc.Arbitrary<TmpfsWrite> = fc.record({
  size: fc.oneof(
    fc.constant(''),
    fc.integer({ min: 1, max: 4096 }).map((size) => `${size}m`),
  ),
  memory: fc.integer({ min: 6, max: 4096 }).map((memory) => `${memory}m`),
  hasSwap: fc.boolean(),
  isStopped: fc.boolean(),
})

/** The first two cases are in a recording: content/07-storage/04-tmpfs/recorded.yaml. */
test.each<[string, string, boolean, Outcome, number]>([
  ['128m', '32m', false, 'killed', 30],
  ['8m', '32m', false, 'full', 8],
  ['', '32m', false, 'killed', 30],
  ['128m', '32m', true, 'killed', 62],
  ['128m', '128m', false, 'written', 64],
  ['128m', '40m', true, 'written', 64],
  ['64m', '64m', false, 'killed', 62],
  ['64m', '66m', false, 'written', 64],
])('a tmpfs of %j, memory %s, swap %s: %s after %i MiB', (size, memory, hasSwap, outcome, written) => {
  expect(usageOf({ size, memory, hasSwap, isStopped: false })).toMatchObject({ outcome, written })
})

test('no limit is ever exceeded, and only what fits neither limit is killed', () => {
  fc.assert(
    fc.property(anyWrite, (write) => {
      const limits = limitsOf(write)
      const { outcome, written, inMemory, inSwap } = usageOf(write)
      expect(inMemory + inSwap).toBeCloseTo(written)
      expect(written).toBeLessThanOrEqual(Math.min(fileMebibytes, limits.tmpfs))
      expect(inMemory).toBeLessThanOrEqual(limits.memory - programMebibytes)
      expect(inSwap).toBeLessThanOrEqual(limits.swap)
      if (outcome === 'killed')
        expect(limits.tmpfs).toBeGreaterThan(limits.memory + limits.swap - programMebibytes)
    }),
  )
})

test('nothing remains after the container stops', () => {
  fc.assert(
    fc.property(anyWrite, (write) => {
      expect(usageOf({ ...write, isStopped: true }).written).toBe(0)
    }),
  )
})

test('an omitted size is half of the host’s memory', () => {
  const write: TmpfsWrite = { size: '', memory: '32m', hasSwap: false, isStopped: false }
  expect(limitsOf(write).tmpfs).toBe(2048)
  expect(describeWrite(write)).toContain(
    'may take half of the host’s 4 GiB, but the container has only 32 MiB.',
  )
})

test('the description says that what is in swap is on the disk', () => {
  expect(describeWrite({ size: '128m', memory: '40m', hasSwap: true, isStopped: false })).toContain(
    'At least 26 MiB of it is in swap, on the host’s disk.',
  )
})

test.each(['', '1m', '16777216', '1.5g', '4g'])('%j is accepted as the size of a tmpfs', (size) => {
  expect(sizeProblem(size)).toBeUndefined()
})

test.each(['0', '5g', 'half', '50%', '-1m'])('%j is rejected as the size of a tmpfs', (size) => {
  expect(sizeProblem(size)).toContain('Enter a size from `1m` to `4g`')
})

test.each(['', '5m', '8g', 'all'])('%j is rejected as a memory limit', (memory) => {
  expect(memoryProblem(memory)).toContain('Enter a size from `6m`')
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Count,
  counts,
  type Day,
  demandOf,
  describeDay,
  type Fit,
  formatHour,
  loadOf,
  memoryProblem,
  type PeakTime,
  peakTimes,
  server,
} from '#domain/figures/average-and-peak.ts'

const anyDay: fc.Arbitrary<Day> = fc.record({
  count: fc.constantFrom(...counts),
  peaks: fc.constantFrom(...peakTimes),
  memory: fc.integer({ min: 1, max: 128 }).map((size) => `${size}g`),
})

test.each<[Count, PeakTime, string, number, number, Fit]>([
  ['1', 'same', '24g', 12, 81, 'fits'],
  ['2', 'same', '24g', 25, 163, 'too few cores'],
  ['2', 'spread', '24g', 25, 91, 'fits'],
  ['3', 'spread', '24g', 37, 94, 'fits'],
  ['4', 'spread', '24g', 49, 103, 'too few cores'],
  ['6', 'spread', '24g', 74, 116, 'too little memory'],
  ['1', 'same', '128g', 12, 81, 'fits'],
])('%s, peaks %s, %s each: average %i%%, peak %i%%, %s', (count, peaks, memory, average, peak, fit) => {
  expect(loadOf({ count, peaks, memory })).toMatchObject({
    averagePercent: average,
    peakPercent: peak,
    fit,
  })
})

test('the average does not depend on when the peaks are', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(loadOf({ ...day, peaks: 'spread' }).averagePercent).toBe(
        loadOf({ ...day, peaks: 'same' }).averagePercent,
      )
    }),
  )
})

test('the peak is never below the average, and spreading never raises it', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const { averagePercent, peakPercent } = loadOf(day)
      expect(peakPercent).toBeGreaterThanOrEqual(averagePercent)
      expect(Math.max(...demandOf({ ...day, peaks: 'spread' }))).toBeLessThanOrEqual(
        Math.max(...demandOf({ ...day, peaks: 'same' })),
      )
    }),
  )
})

test('what fits has enough cores in every hour, and enough memory', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const { demand, gibibytes, fit } = loadOf(day)
      const fits = Math.max(...demand) <= server.cores && gibibytes <= server.gibibytes
      expect(fit === 'fits').toBe(fits)
    }),
  )
})

test('full memory is reported before busy cores', () => {
  expect(describeDay({ count: '6', peaks: 'same', memory: '24g' })).toContain(
    'need 144 GiB of memory, and the server has 128 GiB',
  )
})

test.each([
  [0, 'midnight'],
  [8, '8 a.m.'],
  [12, 'noon'],
  [20, '8 p.m.'],
])('hour %i is %s', (hour, text) => {
  expect(formatHour(hour)).toBe(text)
})

test.each(['', '64m', '129g', '24 apples'])('%j is rejected as the memory of an application', (memory) => {
  expect(memoryProblem(memory)).toBe('Enter a size from `128m` to `128g`.')
})

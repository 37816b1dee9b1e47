import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type LogDriver,
  limitOf,
  logDrivers,
  maxFileProblem,
  maxSizeProblem,
  parseRate,
  rateProblem,
} from '#domain/figures/log-options.ts'
import {
  describeLog,
  figureStates,
  formatHours,
  historyHours,
  type LogSetup,
  logOnDiskOf,
  periods,
  stateIdOf,
} from '#domain/figures/log-rotation.ts'

test.each<[LogDriver, string, string, number | undefined, number]>([
  ['json-file', '', '', undefined, 0],
  ['json-file', '', '3', undefined, 0],
  ['json-file', '10m', '', 10e6, 1],
  ['json-file', '10m', '3', 10e6, 3],
  ['local', '', '', 20e6, 5],
  ['local', '10m', '3', 10e6, 3],
  ['local', '', '3', 20e6, 3],
  ['local', '1g', '', 1e9, 5],
])(
  '%s, max-size “%s”, max-file “%s”: files of %s bytes, %i of them',
  (driver, maxSize, maxFile, bytes, files) => {
    expect(limitOf(driver, maxSize, maxFile)).toEqual(bytes && { fileBytes: bytes, files })
  },
)

// Expected values are from Docker’s units.FromHumanSize.
test.each([
  ['10m', 10e6],
  ['10M', 10e6],
  ['10mb', 10e6],
  ['10MiB', 10e6],
  ['1.5g', 1.5e9],
  ['.5g', 0.5e9],
  ['4096b', 4096],
  ['500 k', 500e3],
  ['4096', 4096],
])('“%s” is %i bytes', (text, bytes) => {
  expect(maxSizeProblem(text)).toBeUndefined()
  expect(limitOf('json-file', text, '')).toEqual({ fileBytes: bytes, files: 1 })
})

test.each(['0', '-1', 'ten', '10x', '10ib', 'm', '10 m b'])('“%s” is rejected as a size', (text) => {
  expect(maxSizeProblem(text)).toMatch(/^Enter a size above zero/)
})

test.each<[string, LogDriver, boolean]>([
  ['', 'local', true],
  ['1', 'json-file', true],
  ['1', 'local', false],
  ['2', 'local', true],
  ['0', 'json-file', false],
  ['1.5', 'json-file', false],
  ['-2', 'json-file', false],
])('max-file “%s” with %s is accepted: %s', (text, driver, isTaken) => {
  expect(maxFileProblem(text, driver) === undefined).toBe(isTaken)
})

test.each(['', '0', '-6', '6 MB', '1e3', '200000'])('“%s” is rejected as a rate', (text) => {
  expect(rateProblem(text)).toBeDefined()
})

const setups: fc.Arbitrary<LogSetup> = fc.record({
  driver: fc.constantFrom(...logDrivers),
  maxSize: fc.constantFrom('', '10m', '1m', '300k', '1g'),
  maxFile: fc.constantFrom('', '2', '3', '12'),
  rate: fc.constantFrom('0.5', '6', '40', '1000'),
  period: fc.constantFrom(...periods),
})

test('what is kept and what is erased add up to what was written, and what is kept fits the limit', () => {
  fc.assert(
    fc.property(setups, (setup) => {
      const { limit, writtenBytes, erasedBytes, keptBytes, files } = logOnDiskOf(setup)
      expect(keptBytes + erasedBytes).toBeCloseTo(writtenBytes, 3)
      expect(files.reduce((sum, bytes) => sum + bytes, 0)).toBeCloseTo(keptBytes, 3)
      for (const bytes of files) expect(bytes).toBeGreaterThan(0)
      if (!limit) {
        expect(erasedBytes).toBe(0)
        return
      }
      expect(files.length).toBeLessThanOrEqual(limit.files)
      expect(keptBytes).toBeLessThanOrEqual(limit.files * limit.fileBytes)
      const { min, max } = historyHours(limit, setup.rate)
      const history = keptBytes / (parseRate(setup.rate) ?? 1)
      expect(history).toBeLessThanOrEqual(max + 1e-9)
      if (erasedBytes > 0) expect(history).toBeGreaterThan(min)
    }),
  )
})

test('a full file is rotated by the next line, not before', () => {
  const setup: LogSetup = { driver: 'json-file', maxSize: '6m', maxFile: '2', rate: '6', period: 'hour' }
  expect(logOnDiskOf(setup).files).toEqual([6e6])
  expect(logOnDiskOf({ ...setup, rate: '6.001' }).files).toHaveLength(2)
})

test.each([
  ['endless', 'The log has no limit: after a year, it is 52.6 GB. That fills a disk of 50 GB.'],
  ['files-alone', '`max-file` does nothing without `max-size`.'],
  ['one-file', 'When the file is full, all of it goes.'],
  ['local', '5 files of 20 MB: 100 MB at most, less once full files are compressed.'],
  ['limited', '3 files of 10 MB: 30 MB at most, less once full files are compressed.'],
])('%s: the description says %s', (id, sentence) => {
  const found = figureStates.find((state) => state.id === id)
  expect(found?.description).toContain(sentence)
  expect(found && stateIdOf(found.value)).toBe(id)
})

test('a log below its limit is complete', () => {
  const setup: LogSetup = { driver: 'local', maxSize: '', maxFile: '', rate: '0.5', period: 'day' }
  expect(describeLog(setup)).toContain('After a day, all 12 MB is still there.')
})

test.each([
  [0, '0'],
  [0.05, '3 min'],
  [0.5, '30 min'],
  [4.44, '4.4 h'],
  [40, '40 h'],
  [72, '3 days'],
  [26_298, '3 years'],
])('%d hours are %s', (hours, text) => {
  expect(formatHours(hours)).toBe(text)
})

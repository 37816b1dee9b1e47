import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  countProblem,
  describeServer,
  formatToTenths,
  isolations,
  reservationOf,
  type Server,
  sizeProblem,
} from '#domain/figures/resource-tax.ts'

const anyServer: fc.Arbitrary<Server> = fc.record({
  isolation: fc.constantFrom(...isolations),
  count: fc.integer({ min: 1, max: 100 }).map(String),
  size: fc.integer({ min: 1, max: 8192 }).map((size) => `${size}m`),
  memory: fc.integer({ min: 1, max: 256 }).map((size) => `${size}g`),
})

test('thirty pods at 120 MiB reserve 3.5 GiB on top, as the lesson says', () => {
  const { tax } = reservationOf({ isolation: 'firecracker', count: '30', size: '256m', memory: '16g' })
  expect(tax).toBe(3600)
  expect(formatToTenths(tax)).toBe('3.5 GiB')
})

test.each<[Server['isolation'], string, string, number, number, number]>([
  ['container', '30', '256m', 30, 0, 1],
  ['qemu', '30', '256m', 30, 4800, 31],
  ['qemu', '4', '3g', 4, 640, 5],
  ['qemu', '60', '256m', 39, 6240, 40],
  ['container', '60', '256m', 60, 0, 1],
  ['firecracker', '1', '16g', 0, 0, 1],
])(
  '%s, %s of %s: %i fit, with a tax of %i MiB and %i kernels',
  (isolation, count, size, fitting, tax, kernels) => {
    expect(reservationOf({ isolation, count, size, memory: '16g' })).toMatchObject({ fitting, tax, kernels })
  },
)

test('reservations never exceed the server, and one more program would not fit', () => {
  fc.assert(
    fc.property(anyServer, (server) => {
      const { count, fitting, code, tax, total } = reservationOf(server)
      expect(code + tax).toBeLessThanOrEqual(total)
      if (fitting > 0 && fitting < count)
        expect(((code + tax) / fitting) * (fitting + 1)).toBeGreaterThan(total)
    }),
  )
})

test.each<[Partial<Server>, string]>([
  [
    {},
    'For 30 programs of 256 MiB, each in a container, the server reserves 7.5 GiB for your code and nothing on top.',
  ],
  [{ count: '1', isolation: 'qemu' }, 'For 1 program of 256 MiB in a VM (Kata with QEMU), the server'],
  [
    { count: '60', isolation: 'qemu' },
    'Of 60 programs of 256 MiB, each in a VM (Kata with QEMU), only 39 fit on',
  ],
  [{ count: '2', size: '12g' }, 'only 1 fits on a server with 16 GiB: 12 GiB for your code'],
  [{ size: '32g' }, 'A server with 16 GiB has no room for even one program of 32 GiB in a container.'],
])('%j is described: %s', (change, words) => {
  const server: Server = { isolation: 'container', count: '30', size: '256m', memory: '16g' }
  expect(describeServer({ ...server, ...change })).toContain(words)
})

test.each(['0', '101', '3.5', '', 'many'])('%j is rejected as a number of programs', (count) => {
  expect(countProblem(count)).toBe('Enter a whole number, 1 to 100.')
})

test.each(['', '0', '1k', '2t', 'x'])('%j is rejected as a size', (size) => {
  expect(sizeProblem(size)).toContain('Enter a size from `1m` to `1t`')
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type IdSetup,
  idMapOf,
  idSetups,
  isInRange,
  maxId,
  parseSubuidLine,
  toContainer,
  toHost,
  unmappedId,
} from '#domain/figures/id-map.ts'
import {
  askedProblem,
  describeIds,
  figureStates,
  filesOf,
  lineProblem,
  uidProblem,
} from '#domain/figures/mapped-ids.ts'

const range = { user: 'deploy', start: 231_072, count: 65_536 }

// Observed on a kernel with the map "0 1001 1" and "1 231072 65536": setuid, and stat of files inside and outside.
test.each<[IdSetup, inside: number, outside: number | undefined]>([
  ['usual', 0, 0],
  ['usual', 1001, 1001],
  ['usual', maxId, maxId],
  ['remap', 0, 231_072],
  ['remap', 999, 232_071],
  ['remap', 65_535, 296_607],
  ['remap', 65_536, undefined],
  ['rootless', 0, 1001],
  ['rootless', 1, 231_072],
  ['rootless', 999, 232_070],
  ['rootless', 65_536, 296_607],
  ['rootless', 65_537, undefined],
])('%s: UID %i of a container is %s on the host', (setup, inside, outside) => {
  expect(toHost(idMapOf(setup, range, 1001), inside)).toBe(outside)
})

test.each<[IdSetup, outside: number, inside: number]>([
  ['usual', 0, 0],
  ['remap', 0, unmappedId],
  ['remap', 1001, unmappedId],
  ['rootless', 0, unmappedId],
  ['rootless', 1001, 0],
  ['rootless', 1002, unmappedId],
  ['rootless', 232_070, 999],
])('%s: a file of %i on the host belongs to %i inside', (setup, outside, inside) => {
  expect(toContainer(idMapOf(setup, range, 1001), outside)).toBe(inside)
})

const anyRange = fc
  .record({ start: fc.integer({ min: 1, max: 2 ** 31 }), count: fc.integer({ min: 1, max: 2 ** 20 }) })
  .map((ids) => ({ user: 'deploy', ...ids }))
const anyUid = fc.integer({ min: 1, max: 2 ** 31 })

test('mapping an ID back returns it, and no two IDs map to the same one', () => {
  fc.assert(
    fc.property(fc.constantFrom(...idSetups), anyRange, anyUid, fc.nat(2 ** 21), (setup, range, uid, id) => {
      fc.pre(!isInRange(range, uid))
      const map = idMapOf(setup, range, uid)
      const outside = toHost(map, id)
      if (outside !== undefined) expect(toContainer(map, outside)).toBe(id)
    }),
  )
})

test('in neither setup with a user namespace does a container have an ID of the host’s root', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('remap', 'rootless'),
      anyRange,
      anyUid,
      fc.nat(2 ** 21),
      (setup, range, uid, id) => {
        expect(toHost(idMapOf(setup, range, uid), id)).not.toBe(0)
      },
    ),
  )
})

test.each([
  ['deploy:231072:65536', range],
  [' deploy:231072:65536 ', range],
  ['1001:100000:1', { user: '1001', start: 100_000, count: 1 }],
  ['a:4294967290:5', { user: 'a', start: 4_294_967_290, count: 5 }],
])('“%s” is accepted as a line of /etc/subuid', (text, expected) => {
  expect(parseSubuidLine(text)).toEqual(expected)
})

test.each([
  ['', 'Enter a name'],
  ['deploy', 'Enter a name'],
  ['deploy:231072', 'Enter a name'],
  ['deploy:231072-296607', 'Enter a name'],
  [':231072:65536', 'Enter a name'],
  ['deploy:231072:65536:1', 'Enter a name'],
  ['deploy:231072:0', 'at least one'],
  ['deploy:0:65536', 'root'],
  ['a:4294967290:6', 'at most 4294967294'],
])('“%s” is rejected: %s', (text, problem) => {
  expect(lineProblem(text)).toContain(problem)
})

test.each([
  ['0', '1 to 4294967294'],
  ['root', '1 to 4294967294'],
  ['4294967295', '1 to 4294967294'],
])('the user’s ID “%s” is rejected: %s', (text, problem) => {
  expect(uidProblem(text)).toContain(problem)
})

test.each([
  ['0', undefined],
  ['4294967294', undefined],
  ['-1', 'Enter an ID, 0 to 4294967294.'],
  ['', 'Enter an ID, 0 to 4294967294.'],
])('the UID “%s” inside: %s', (text, problem) => {
  expect(askedProblem(text)).toBe(problem)
})

// The kernel accepts the map "0 1000 65536" and rejects "0 1001 1" with "1 1000 65536" (EINVAL).
test.each<[IdSetup, inside: (number | undefined)[], words: string]>([
  ['usual', [1001, 0, 0, 1], 'UID 1 is 1 as well.'],
  ['remap', [1, unmappedId, 0, 1], 'UID 1 inside may do what `deploy` may do on the host.'],
  ['rootless', [undefined, undefined], 'The kernel rejects a map in which an ID of the host appears twice.'],
])('%s: a range with the user’s own ID', (setup, inside, words) => {
  const question = { setup, line: 'deploy:1000:65536', uid: '1001', asked: '1' }
  expect(filesOf(question).map((file) => file.inside)).toEqual(inside)
  expect(describeIds(question)).toContain(words)
})

test.each([
  ['usual', [1001, 0, 0, 999], [1001, 0, 0, 999]],
  ['rootless', [0, unmappedId, 0, 999], [1001, 0, 1001, 232_070]],
  ['remap', [unmappedId, unmappedId, 0, 999], [1001, 0, 231_072, 232_071]],
  ['unmapped', [0, unmappedId, 0, 70_000], [1001, 0, 1001, undefined]],
])('%s: the owners of the files inside and on the host', (id, inside, outside) => {
  const question = figureStates.find((state) => state.id === id)?.value
  const files = question ? filesOf(question) : []
  expect(files.map((file) => file.inside)).toEqual(inside)
  expect(files.map((file) => file.outside)).toEqual(outside)
})

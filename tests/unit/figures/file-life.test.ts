import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  describeScenario,
  diffLetter,
  type FileScenario,
  filePaths,
  files,
  imageBytes,
  layerBytes,
  type Step,
  sizeProblem,
  sourceOf,
  steps,
  writtenBytes,
} from '#domain/figures/file-life.ts'

const anyScenario: fc.Arbitrary<FileScenario> = fc.record({
  step: fc.constantFrom(...steps),
  size: fc.integer({ min: 1, max: 10 ** 12 }).map((bytes) => `${bytes} B`),
})

/** The same steps, recorded with Docker 20.10 (overlay2 on ext4) and an image with a 20 MB `/index`. */
test.each<[Step, string[], number]>([
  ['read', [], 0],
  ['change', ['C /index'], 20_000_000],
  ['again', ['C /index'], 20_000_000],
  ['create', ['C /index', 'A /note.txt'], 20_000_023],
  ['delete', ['D /index', 'A /note.txt'], 23],
])('after %s, docker diff says %j and docker ps -s counts %i bytes', (step, diff, bytes) => {
  const scenario: FileScenario = { step, size: '20 MB' }
  const lines = files.flatMap((file) => {
    const letter = diffLetter(file, scenario)
    return letter ? [`${letter} ${filePaths[file]}`] : []
  })
  expect(lines).toEqual(diff)
  expect(layerBytes(scenario)).toBe(bytes)
})

test('only the first write copies, and it copies the whole file', () => {
  fc.assert(
    fc.property(anyScenario, (scenario) => {
      expect(writtenBytes(scenario).copied).toBe(scenario.step === 'change' ? imageBytes(scenario) : 0)
    }),
  )
})

test('the container reads a file from the writable layer as soon as it is there', () => {
  const sources = (step: Step) => files.map((file) => sourceOf(file, { step, size: '1 kB' }))
  expect(sources('read')).toEqual(['lower', undefined])
  expect(sources('change')).toEqual(['upper', undefined])
  expect(sources('create')).toEqual(['upper', 'upper'])
  expect(sources('delete')).toEqual([undefined, 'upper'])
})

test('docker rm empties the writable layer and leaves the image as it was', () => {
  const scenario: FileScenario = { step: 'rm', size: '900 MB' }
  expect(layerBytes(scenario)).toBe(0)
  expect(describeScenario(scenario)).toContain('The image is as it was')
})

test.each(['900 MB', '1.5 GiB', '1 b', '24', '1,000 GB', '0.5kB'])('%s is accepted as a size', (size) => {
  expect(sizeProblem(size)).toBeUndefined()
})

test.each(['', 'big', '0', '-1 MB', '1 TB', '1001 GB', '1 2 MB', '1e3 MB'])(
  '%j is rejected as a size',
  (size) => {
    expect(sizeProblem(size)).toContain('Enter a size from 1 B to 1,000 GB')
  },
)

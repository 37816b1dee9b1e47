import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Build,
  describeBuild,
  hiddenWeight,
  type ImageLayer,
  images,
  totalWeight,
  visibleFiles,
} from '#domain/figures/ghost-weight.ts'

const path = fc.constantFrom('/a', '/b', '/c')
const anyLayer: fc.Arbitrary<ImageLayer> = fc.record({
  instruction: fc.constant('RUN …'),
  files: fc.uniqueArray(fc.record({ path, mib: fc.nat(100) }), { selector: (file) => file.path }),
  whiteouts: fc.uniqueArray(path),
})
const anyImage = fc.array(anyLayer, { maxLength: 5 })

test.each<[Build, number, number, string[]]>([
  ['base', 8, 0, ['alpine']],
  ['add', 58, 0, ['alpine', '/big']],
  ['delete', 58, 50, ['alpine']],
  ['chain', 8, 0, ['alpine']],
])('%s carries %i MiB, %i of them unseen', (build, weight, ghost, seen) => {
  const image = images[build]
  expect(totalWeight(image)).toBe(weight)
  expect(hiddenWeight(image)).toBe(ghost)
  expect(visibleFiles(image).map((file) => file.path)).toEqual(seen)
  expect(describeBuild(build)).toContain(`${weight} MiB`)
})

test('another layer never makes an image lighter', () => {
  fc.assert(
    fc.property(anyImage, anyLayer, (image, layer) => {
      expect(totalWeight([...image, layer])).toBe(totalWeight(image) + totalWeight([layer]))
    }),
  )
})

test('a layer of whiteouts hides files and does not change the total weight', () => {
  fc.assert(
    fc.property(anyImage, fc.uniqueArray(path), (image, whiteouts) => {
      const covered = [...image, { instruction: 'RUN rm', files: [], whiteouts }]
      expect(totalWeight(covered)).toBe(totalWeight(image))
      expect(hiddenWeight(covered)).toBeGreaterThanOrEqual(hiddenWeight(image))
      expect(visibleFiles(covered).some((file) => whiteouts.some((hidden) => hidden === file.path))).toBe(
        false,
      )
    }),
  )
})

test('a path is visible at most once, from the topmost layer that has it', () => {
  fc.assert(
    fc.property(anyImage, (image) => {
      const paths = visibleFiles(image).map((file) => file.path)
      expect(new Set(paths).size).toBe(paths.length)
    }),
  )
})

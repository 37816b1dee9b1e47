import { expect, test } from 'vitest'
import { allParts, initialParts, summarizeImage } from '../src/image/image-summary.ts'
import { fakeImage } from '../testing/fake-image.ts'

const { manifest } = fakeImage()
const index = { sha256: 'a'.repeat(64), bytes: 100 }
const first = { sha256: 'b'.repeat(64), bytes: 2000 }
const second = { sha256: 'c'.repeat(64), bytes: 3000 }
const withPacks = { ...manifest, packs: { index, groups: [[first], [second]] } }

test('the machine starts with the index of its packs, and downloads their parts later', () => {
  expect(initialParts(withPacks)).toContainEqual(index)
  expect(initialParts(withPacks)).not.toContainEqual(first)
  expect(summarizeImage(withPacks).firstDownload).toBe(summarizeImage(manifest).firstDownload + 100)
})

test('an image that is kept offline includes its packs', () => {
  expect(allParts(withPacks)).toEqual(expect.arrayContaining([index, first, second]))
  expect(summarizeImage(withPacks).total).toBe(summarizeImage(manifest).total + 5100)
})

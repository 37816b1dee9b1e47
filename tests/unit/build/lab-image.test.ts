import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fakeImage, manifestAddress } from 'docker-in-browser/testing'
import { expect, test } from 'vitest'
import { copyLabImage } from '#scripts/build/lab-image.ts'
import { listFiles } from '#scripts/build/list-files.ts'
import { builtSite } from './built-site.ts'

/** A folder as the image builder leaves it, with a part of an earlier image. */
function imageFolder(): { folder: string; paths: string[] } {
  const { files } = fakeImage()
  const root = manifestAddress.replace('manifest.json', '')
  const texts = [...files].map(([address, bytes]) => [
    address.slice(root.length),
    Buffer.from(bytes).toString(),
  ])
  const folder = builtSite({ ...Object.fromEntries(texts), 'parts/old': 'of an image before' })
  return { folder, paths: texts.map(([path = '']) => path) }
}

test('the site gets the image’s manifest and the parts that it names, and no others', () => {
  const { folder, paths } = imageFolder()
  const site = builtSite({ 'lab/parts/stale': 'of a build before' })
  expect(copyLabImage(folder, site)).toBe(paths.length - 1)
  const expected = [...paths, 'progress.json'].map((path) => join(site, 'lab', path))
  expect(listFiles(site).toSorted()).toEqual(expected.toSorted())
})

test('without an image, the site says that it has none and prepares none, whatever an earlier build left', () => {
  const site = builtSite({ 'lab/manifest.json': '{}', 'lab/parts/old': 'of a build before' })
  expect(copyLabImage(builtSite({}), site)).toBe(0)
  expect(listFiles(site).toSorted()).toEqual([
    join(site, 'lab/manifest.json'),
    join(site, 'lab/progress.json'),
  ])
  for (const file of listFiles(site)) expect(readFileSync(file, 'utf8')).toBe('null\n')
})

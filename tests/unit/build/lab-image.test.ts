import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fakeImage, manifestAddress } from 'docker-in-browser/testing'
import { expect, test } from 'vitest'
import { copyLabImage } from '#scripts/build/lab-image.ts'
import { listFiles } from '#scripts/build/list-files.ts'
import { builtSite } from './built-site.ts'

/** The folder that the image builder left, with a part of an image before. */
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

test('the image stands beside the site: its manifest and the parts that it names, and no others', () => {
  const { folder, paths } = imageFolder()
  const site = builtSite({ 'lab/parts/stale': 'of a build before' })
  expect(copyLabImage(folder, site)).toBe(paths.length - 1)
  expect(listFiles(site).toSorted()).toEqual(paths.map((path) => join(site, 'lab', path)).toSorted())
})

test('without an image the site has none, whatever a build before left', () => {
  const site = builtSite({ 'lab/manifest.json': '{}' })
  expect(copyLabImage(builtSite({}), site)).toBe(0)
  expect(existsSync(join(site, 'lab'))).toBe(false)
})

import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { shopArchive } from '#scripts/build/shop-archive.ts'
import { filesOnDisk, shopFilesAt, shopSteps } from '#scripts/content/index.ts'

const archive = shopArchive('.')
const files = Object.fromEntries(
  Object.entries(unzipSync(archive)).map(([path, bytes]) => [path, strFromU8(bytes)]),
)

test('the download has a README and each step completely', () => {
  const tree = filesOnDisk('.')
  const expected = shopSteps(tree).flatMap((step) =>
    (shopFilesAt(tree, step) ?? []).map(({ path, text }) => [`shop/${step}/${path}`, text]),
  )
  const { 'shop/README.md': readme, ...steps } = files
  expect(steps).toEqual(Object.fromEntries(expected))
  for (const step of shopSteps(tree)) expect(readme).toContain(`\`${step}\``)
})

test('the download has each file that the README mentions', () => {
  const readme = files['shop/README.md'] ?? ''
  expect(readme).toContain('docker build -t sdk:1.0 one-stage/sdk')
  expect(files).toHaveProperty(['shop/one-stage/sdk/Dockerfile'])
  expect(files).toHaveProperty(['shop/hardened/compose.yaml'])
})

test('the same files give the same bytes', () => {
  expect(shopArchive('.')).toEqual(archive)
})

test('scripts are executable after unpacking, other files are not', () => {
  // Each entry of the ZIP central directory has the file mode in the upper half of the field at offset 38.
  const view = Buffer.from(archive)
  const modes = new Map<string, string>()
  for (let at = view.indexOf('PK\u0001\u0002'); at >= 0; at = view.indexOf('PK\u0001\u0002', at + 1)) {
    const name = view.toString('utf8', at + 46, at + 46 + view.readUInt16LE(at + 28))
    modes.set(name, (view.readUInt32LE(at + 38) >>> 16).toString(8))
  }
  expect([...modes.keys()].toSorted()).toEqual(Object.keys(files).toSorted())
  for (const [name, mode] of modes) expect(mode).toBe(files[name]?.startsWith('#!') ? '100755' : '100644')
})

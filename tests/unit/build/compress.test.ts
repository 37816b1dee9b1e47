import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { compressFiles } from '#scripts/build/compress.ts'
import { listFiles } from '#scripts/build/list-files.ts'
import { builtSite } from './built-site.ts'

const text = 'the same words again and again, '.repeat(50)

test.each([
  'index.html',
  'a.js',
  'a.css',
  'a.json',
  'a.data',
  'a.svg',
  'a.wasm',
  'a.xml',
  'a.txt',
  'a.webmanifest',
])('%s has smaller compressed copies that decompress to the same bytes', async (name) => {
  const file = join(builtSite({ [name]: text }), name)
  await compressFiles([file])
  const [br, gz] = [readFileSync(`${file}.br`), readFileSync(`${file}.gz`)]
  expect(brotliDecompressSync(br).toString()).toBe(text)
  expect(gunzipSync(gz).toString()).toBe(text)
  for (const { length } of [br, gz]) expect(length).toBeLessThan(text.length)
  expect(readFileSync(file, 'utf8')).toBe(text)
})

test.each(['serif.woff2', 'home.png', 'parts/0123456789abcdef', 'a.js.br', 'a.js.gz'])(
  '%s, which is already compressed, gets no copies',
  async (name) => {
    const folder = builtSite({ [name]: text })
    await compressFiles(listFiles(folder))
    expect(listFiles(folder)).toEqual([join(folder, name)])
  },
)

test('files of all folders are listed, without the folders', () => {
  const folder = builtSite({ 'index.html': '', 'assets/a.js': '', 'a/b/index.html': '' })
  expect(listFiles(folder).toSorted()).toEqual(
    ['a/b/index.html', 'assets/a.js', 'index.html'].map((path) => join(folder, path)),
  )
  expect(existsSync(join(folder, 'a/b'))).toBe(true)
})

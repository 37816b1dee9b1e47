import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gzip } from 'node:zlib'

const compressible = /\.(html|js|css|json|data|svg|wasm|xml|txt|webmanifest)$/

const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }

/** Brotli at its highest quality, in which the site is served and its budget is measured. */
export function brotli(bytes: Buffer): Buffer {
  return brotliCompressSync(bytes, brotliOptions)
}

export function isCompressible(file: string): boolean {
  return compressible.test(file)
}

/** Writes .br and .gz next to each text file, for servers that send precompressed files. Uses all processors. */
export async function compressFiles(files: string[]): Promise<void> {
  await Promise.all(
    files.filter(isCompressible).map(async (file) => {
      const bytes = readFileSync(file)
      const [brotliCopy, gzipCopy] = await Promise.all([
        promisify(brotliCompress)(bytes, brotliOptions),
        promisify(gzip)(bytes),
      ])
      await Promise.all([writeFile(`${file}.br`, brotliCopy), writeFile(`${file}.gz`, gzipCopy)])
    }),
  )
}

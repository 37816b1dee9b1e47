import { readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const compressible = /\.(html|js|css|json|data|svg|wasm|xml|txt|webmanifest)$/

/** Brotli at its highest quality, in which the site is served and its budget is measured. */
export function brotli(bytes: Buffer): Buffer {
  return brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
  })
}

export function isCompressible(file: string): boolean {
  return compressible.test(file)
}

/** Writes .br and .gz next to each text file, for servers that send precompressed files. */
export function compressFiles(files: string[]): void {
  for (const file of files.filter(isCompressible)) {
    const bytes = readFileSync(file)
    writeFileSync(`${file}.br`, brotli(bytes))
    writeFileSync(`${file}.gz`, gzipSync(bytes))
  }
}

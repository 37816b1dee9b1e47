import { readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const compressible = /\.(html|js|css|json|data|svg|wasm|xml|txt|webmanifest)$/

/** Brotli at its best setting: how the site is served, and how its budget is counted. */
export function brotli(bytes: Buffer): Buffer {
  return brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
  })
}

export function isCompressible(file: string): boolean {
  return compressible.test(file)
}

/** Writes .br and .gz beside each text file, for servers that send them as they are. */
export function compressFiles(files: string[]): void {
  for (const file of files.filter(isCompressible)) {
    const bytes = readFileSync(file)
    writeFileSync(`${file}.br`, brotli(bytes))
    writeFileSync(`${file}.gz`, gzipSync(bytes))
  }
}

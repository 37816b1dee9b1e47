import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const { resolve } = createRequire(import.meta.url)

/** Reads v86, compiled to WebAssembly. */
export function readV86Program(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(resolve('v86/build/v86.wasm')))
}

/** The file that identifies the version of v86. */
export const v86Manifest = resolve('v86/package.json')

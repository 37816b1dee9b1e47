import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { disableGarbageCollector } from './disable-shim-gc.ts'
import { fixIpsecSizes } from './fix-ipsec-sizes.ts'
import { prelink } from './prelink.ts'
import { UnsupportedProgramError } from './unsupported-program.ts'

/**
 * Patches Debian’s programs so that a `docker run` takes a third fewer instructions
 * (docs/decisions/0020-fewer-instructions.md), and fixes a bug of dockerd on i386. A program that a patch was not
 * written for is left unpatched.
 */
export function patchBinaries(root: string): void {
  for (const program of ['usr/bin/docker', 'usr/sbin/dockerd']) patchProgram(join(root, program), prelink)
  patchProgram(join(root, 'usr/sbin/dockerd'), fixIpsecSizes)
  patchProgram(join(root, 'usr/bin/containerd-shim-runc-v2'), disableGarbageCollector)
}

function patchProgram(file: string, patch: (bytes: Uint8Array) => Uint8Array): void {
  try {
    writeFileSync(file, patch(readFileSync(file)))
  } catch (error) {
    if (!(error instanceof UnsupportedProgramError)) throw error
    console.log(`    ${file} is left unpatched: ${error.message}`)
  }
}

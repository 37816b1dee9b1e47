import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { disableGarbageCollector } from './disable-shim-gc.ts'
import { fixIpsecSizes } from './fix-ipsec-sizes.ts'
import { prelink } from './prelink.ts'
import { UnsupportedProgramError } from './unsupported-program.ts'

/**
 * Takes from Debian's programs what costs instructions and does nothing for a learner: a third of a `docker run`
 * (docs/decisions/0020-fewer-instructions.md). It also corrects a fault of dockerd on i386. A program that is not the one
 * this was written for stays as it is.
 */
export function patchBinaries(tree: string): void {
  for (const program of ['usr/bin/docker', 'usr/sbin/dockerd']) patchProgram(join(tree, program), prelink)
  patchProgram(join(tree, 'usr/sbin/dockerd'), fixIpsecSizes)
  patchProgram(join(tree, 'usr/bin/containerd-shim-runc-v2'), disableGarbageCollector)
}

function patchProgram(file: string, changed: (bytes: Uint8Array) => Uint8Array): void {
  try {
    writeFileSync(file, changed(readFileSync(file)))
  } catch (error) {
    if (!(error instanceof UnsupportedProgramError)) throw error
    console.log(`    ${file} stays as it is: ${error.message}`)
  }
}

import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { disableGarbageCollector } from './disable-shim-gc.ts'
import type { PackageRow } from './install-packages.ts'
import { upstreamVersion } from './package-list.ts'
import { prelink } from './prelink.ts'
import { runShell } from './run-tool.ts'
import { UnsupportedProgramError } from './unsupported-program.ts'

export const shimLauncher = join(import.meta.dirname, 'shim-launcher.c')

/** Where the starter stands, and where it finds Debian's shim: the same names as in shim-launcher.c. */
const shim = 'usr/bin/containerd-shim-runc-v2'
const realShim = 'usr/lib/containerd/containerd-shim-runc-v2'

/**
 * Takes from Debian's programs what costs instructions and does nothing for a learner: a third of a `docker run`
 * (docs/decisions/0020-fewer-instructions.md). A program that is not the one this was written for stays as it is.
 */
export function optimizeBinaries(tree: string, compiler: string, packages: PackageRow[]): void {
  for (const program of ['usr/bin/docker', 'usr/sbin/dockerd']) patchProgram(join(tree, program), prelink)
  patchProgram(join(tree, shim), disableGarbageCollector)

  // What a shim answers at its start is another text in other versions.
  if (!upstreamVersion(packages, 'containerd').startsWith('2.1.')) {
    console.log('    no starter for the shim: containerd is not 2.1')
    return
  }
  mkdirSync(dirname(join(tree, realShim)), { recursive: true })
  renameSync(join(tree, shim), join(tree, realShim))
  compile(shimLauncher, compiler, join(tree, shim))
}

function patchProgram(file: string, changed: (bytes: Uint8Array) => Uint8Array): void {
  try {
    writeFileSync(file, changed(readFileSync(file)))
  } catch (error) {
    if (!(error instanceof UnsupportedProgramError)) throw error
    console.log(`    ${file} stays as it is: ${error.message}`)
  }
}

/** With the compiler of the `sdk` image, a static program with musl. Its loader runs it: no chroot is needed. */
function compile(source: string, compiler: string, program: string): void {
  const run = 'lib/ld-linux.so.2 --library-path lib/i386-linux-gnu:usr/lib/i386-linux-gnu'
  const [musl, tcc] = ['usr/lib/i386-linux-musl', 'usr/lib/i386-linux-gnu/tcc']
  const object = `${program}.o`
  runShell(
    `shopt -s failglob
     ${run} usr/bin/tcc -nostdinc -Iusr/include/i386-linux-musl -I${tcc}/include -c -o "${object}" "${source}"
     ${run} usr/bin/i686-linux-gnu-ld.bfd -static -s -z noexecstack -o "${program}" ${musl}/crt1.o ${musl}/crti.o "${object}" \\
       --start-group ${musl}/libc.a ${tcc}/libtcc1.a usr/lib/gcc/i686-linux-gnu/*/libgcc.a --end-group ${musl}/crtn.o
     rm "${object}"`,
    compiler,
  )
  chmodSync(program, 0o755)
}

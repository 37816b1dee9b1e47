import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readBusyboxCommands } from './busybox-commands.ts'
import { findLibraries } from './elf-libraries.ts'
import { guestFolder } from './package-folder.ts'
import { runShell, runTool } from './run-tool.ts'

/**
 * The build folders of the ready-made images: what stands in guest/images, and beside each Dockerfile
 * the files from Debian's packages that it adds. The machine itself builds them, with docker build.
 */
export function makeImageContexts(
  from: { machine: string; valkey: string; registry: string; compiler: string },
  folder: string,
): void {
  runTool('cp', ['-a', join(guestFolder, 'images'), join(folder, 'images')])
  const images = join(folder, 'images')
  runShell('chmod 755 */cc */serve */start-valkey', images)

  packBusybox(from.machine, join(images, 'busybox'))
  packPrograms(
    from.valkey,
    ['usr/bin/valkey-server', 'usr/bin/valkey-cli', 'usr/bin/valkey-benchmark'],
    join(images, 'valkey/valkey.tar'),
  )
  packPrograms(from.registry, ['usr/bin/docker-registry'], join(images, 'registry/registry.tar'))
  packCompiler(from.compiler, join(images, 'sdk'))
}

function packBusybox(machine: string, folder: string): void {
  const commands = readBusyboxCommands(readFileSync(join(machine, 'usr/bin/busybox')))
  runShell(
    `mkdir -p root/bin root/etc root/root root/var/www root/tmp root/home root/run root/usr/local/bin
     chmod 1777 root/tmp; chmod 700 root/root
     cp "${machine}/usr/bin/busybox" root/bin/
     for name in ${commands.join(' ')}; do [ "$name" = busybox ] || ln root/bin/busybox "root/bin/$name"; done
     printf 'root:x:0:0:root:/root:/bin/sh\\nnobody:x:65534:65534:nobody:/home:/bin/false\\n' >root/etc/passwd
     printf 'root:x:0:\\nnogroup:x:65534:\\n' >root/etc/group
     ${pack('root', 'busybox.tar')}
     rm -r root`,
    folder,
  )
}

/** Programs with the shared libraries that they ask for. */
function packPrograms(tree: string, programs: string[], target: string): void {
  const loader = 'usr/lib/ld-linux.so.2'
  const root = `${target}.root`
  mkdirSync(root)
  runShell(
    `mkdir -p lib usr/bin usr/lib/i386-linux-gnu
     cp -L "${tree}/${loader}" lib/ld-linux.so.2
     for file in ${findLibraries(tree, programs).join(' ')}; do cp -L "${tree}/$file" usr/lib/i386-linux-gnu/; done
     for file in ${programs.join(' ')}; do cp -L "${tree}/$file" usr/bin/; done
     ${pack('.', target)}
     rm -r "${root}"`,
    root,
  )
}

/** Heavy as real ones are: headers, libraries, linkers. gcc's own compiler, 100 MB, is left out; tcc compiles. */
function packCompiler(tree: string, folder: string): void {
  runShell(
    `mkdir tools headers
     cp -a "${tree}/usr" tools/usr; mkdir -p tools/lib; cp -L "${tree}"/lib/ld-linux.so.2 tools/lib/
     rm -rf tools/usr/share tools/usr/sbin tools/usr/bin/{*gcc*,*cpp*,*lto*,perl*,*g++*} tools/usr/lib/gcc/*/12/{cc1,lto1,lto-wrapper,plugin,*asan*,*ubsan*,*tsan*,*lsan*}
     rm -rf tools/usr/lib/i386-linux-gnu/{gconv,perl*,*asan*,*ubsan*}
     cp -a "${tree}"/lib/i386-linux-gnu/. tools/usr/lib/i386-linux-gnu/
     mkdir -p headers/usr; mv tools/usr/include headers/usr/
     ${pack('tools', 'tools.tar')}
     ${pack('headers', 'headers.tar')}
     rm -r tools headers`,
    folder,
  )
}

/** The same bytes from the same files: owner, order and times don't vary. */
function pack(folder: string, target: string): string {
  return `tar --sort=name --owner=0 --group=0 --numeric-owner --mtime=@0 -C ${folder} -cf "${target}" .`
}

import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readBusyboxCommands } from './busybox-commands.ts'
import { findLibraries } from './elf-libraries.ts'
import { guestFolder } from './package-folder.ts'
import { runShell, runTool } from './run-tool.ts'

/**
 * Makes the build contexts of the ready-made images: guest/images, and with each Dockerfile the files from Debian
 * packages that it adds. The machine itself builds the images, with `docker build`.
 */
export function makeImageContexts(
  from: { machine: string; valkey: string; registry: string; compiler: string },
  folder: string,
): void {
  runTool('cp', ['-a', join(guestFolder, 'images'), join(folder, 'images')])
  const images = join(folder, 'images')
  runShell('chmod 755 */cc */serve */start-valkey', images)

  archiveBusybox(from.machine, join(images, 'busybox'))
  archivePrograms(
    from.valkey,
    ['usr/bin/valkey-server', 'usr/bin/valkey-cli', 'usr/bin/valkey-benchmark'],
    join(images, 'valkey/valkey.tar'),
  )
  archivePrograms(from.registry, ['usr/bin/docker-registry'], join(images, 'registry/registry.tar'))
  archiveCompiler(from.compiler, join(images, 'sdk'))
}

function archiveBusybox(machine: string, folder: string): void {
  const commands = readBusyboxCommands(readFileSync(join(machine, 'usr/bin/busybox')))
  runShell(
    `mkdir -p root/bin root/etc root/root root/var/www root/tmp root/home root/run root/usr/local/bin
     chmod 1777 root/tmp; chmod 700 root/root
     cp "${machine}/usr/bin/busybox" root/bin/
     for name in ${commands.join(' ')}; do [ "$name" = busybox ] || ln root/bin/busybox "root/bin/$name"; done
     printf 'root:x:0:0:root:/root:/bin/sh\\nnobody:x:65534:65534:nobody:/home:/bin/false\\n' >root/etc/passwd
     printf 'root:x:0:\\nnogroup:x:65534:\\n' >root/etc/group
     ${tarCommand('root', 'busybox.tar')}
     rm -r root`,
    folder,
  )
}

/** Archives programs with the shared libraries that they need. */
function archivePrograms(packageRoot: string, programs: string[], target: string): void {
  const loader = 'usr/lib/ld-linux.so.2'
  const root = `${target}.root`
  mkdirSync(root)
  runShell(
    `mkdir -p lib usr/bin usr/lib/i386-linux-gnu
     cp -L "${packageRoot}/${loader}" lib/ld-linux.so.2
     for file in ${findLibraries(packageRoot, programs).join(' ')}; do cp -L "${packageRoot}/$file" usr/lib/i386-linux-gnu/; done
     for file in ${programs.join(' ')}; do cp -L "${packageRoot}/$file" usr/bin/; done
     ${tarCommand('.', target)}
     rm -r "${root}"`,
    root,
  )
}

/** Archives an SDK as large as real ones: headers, libraries, linkers. tcc replaces gcc’s own compiler of 100 MB. */
function archiveCompiler(packageRoot: string, folder: string): void {
  runShell(
    `mkdir tools headers
     cp -a "${packageRoot}/usr" tools/usr; mkdir -p tools/lib; cp -L "${packageRoot}"/lib/ld-linux.so.2 tools/lib/
     rm -rf tools/usr/share tools/usr/sbin tools/usr/bin/{*gcc*,*cpp*,*lto*,perl*,*g++*} tools/usr/lib/gcc/*/12/{cc1,lto1,lto-wrapper,plugin,*asan*,*ubsan*,*tsan*,*lsan*}
     rm -rf tools/usr/lib/i386-linux-gnu/{gconv,perl*,*asan*,*ubsan*}
     cp -a "${packageRoot}"/lib/i386-linux-gnu/. tools/usr/lib/i386-linux-gnu/
     mkdir -p headers/usr; mv tools/usr/include headers/usr/
     ${tarCommand('tools', 'tools.tar')}
     ${tarCommand('headers', 'headers.tar')}
     rm -r tools headers`,
    folder,
  )
}

/** Sets fixed owners, order and times, so that the same files always make the same archive. */
function tarCommand(folder: string, target: string): string {
  return `tar --sort=name --owner=0 --group=0 --numeric-owner --mtime=@0 -C ${folder} -cf "${target}" .`
}

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { guestFolder } from './package-folder.ts'
import { runShell, runTool } from './run-tool.ts'

/** Modules that the initramfs needs to mount the disk. */
const bootModules = ['ata_piix', 'sd_mod', 'ext4', 'overlay']
/** Modules that only some labs need. Those of guest/usr/lib/lab/modules are loaded at boot. */
const extraModules = [
  'vxlan',
  'dummy',
  'macvlan',
  'ipvlan',
  'tun',
  'xt_limit',
  'xt_multiport',
  'veth',
  // The virtual IP of a swarm's service.
  'ip_vs',
  'ip_vs_rr',
  'xt_ipvs',
  // Overlay networks with `--opt encrypted`: IPsec, the rules that select packets for it, and AES-GCM with its random
  // number generator.
  'esp4',
  'xfrm_user',
  'xt_bpf',
  'xt_policy',
  'gcm',
  'ctr',
  'ghash-generic',
  'seqiv',
  'drbg',
  'jitterentropy_rng',
  'sha512_generic',
]

/** Writes `vmlinuz`, the modules in use (`modules-root/`), and an initramfs that still lacks busybox (`initrd/`). */
export function makeKernel(packageRoot: string, folder: string): void {
  const version = readdirSync(join(packageRoot, 'lib/modules'))[0]
  if (version === undefined) throw new Error('The kernel package has no modules.')
  runTool('depmod', ['-b', packageRoot, version])
  runShell(`cp "${packageRoot}"/boot/vmlinuz-* vmlinuz`, folder)

  const guestModules = readFileSync(`${guestFolder}/usr/lib/lab/modules`, 'utf8').trim().split('\n')
  const root = join(folder, 'modules-root')
  for (const file of moduleFiles(packageRoot, version, [...bootModules, ...guestModules, ...extraModules])) {
    const target = join(root, 'usr', file.slice(file.indexOf('lib/modules/')))
    runTool('install', ['-D', '-m644', file, target])
  }
  runShell(
    `mkdir -p lib && ln -sfn ../usr/lib/modules lib/modules && depmod -b . ${version} && rm -r lib`,
    root,
  )

  const initrd = join(folder, 'initrd')
  mkdirSync(join(initrd, 'modules'), { recursive: true })
  const files = moduleFiles(packageRoot, version, bootModules)
  for (const file of files) runTool('cp', [file, join(initrd, 'modules')])
  writeFileSync(join(initrd, 'modules/order'), `${files.map((file) => basename(file)).join('\n')}\n`)
  runTool('install', ['-m755', `${guestFolder}/initramfs-init`, join(initrd, 'init')])
}

/** Adds a static busybox and packs the initramfs as `initrd.gz`. */
export function packInitramfs(kernelFolder: string, busybox: string, folder: string): void {
  runShell(
    `cp -r "${join(kernelFolder, 'initrd')}" tree && mkdir -p tree/bin && install -m755 "${busybox}" tree/bin/busybox
     cd tree && find . | cpio -o -H newc --quiet | gzip -9n >../initrd.gz && cd .. && rm -r tree`,
    folder,
  )
}

/** The files of modules and of their dependencies, in load order. */
function moduleFiles(packageRoot: string, version: string, names: string[]): string[] {
  const files = names.flatMap((name) =>
    runTool('modprobe', ['-d', packageRoot, '-S', version, '--show-depends', name])
      .split('\n')
      .filter((line) => line.startsWith('insmod '))
      .map((line) => line.split(' ')[1] ?? ''),
  )
  return [...new Set(files)]
}

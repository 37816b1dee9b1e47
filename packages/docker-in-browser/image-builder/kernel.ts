import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { guestFolder } from './package-folder.ts'
import { runShell, runTool } from './run-tool.ts'

/** Drivers that the initramfs needs to reach the disk. */
const bootModules = ['ata_piix', 'sd_mod', 'ext4', 'overlay']
/** Beside those of guest/usr/lib/lab/modules, for labs that go further. */
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
  // Overlay networks with `--opt encrypted`: IPsec, the rules that say which packets need it, and AES-GCM with its
  // source of random numbers.
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

/** From the kernel's package: `vmlinuz`, `initrd.gz`, and `modules/`, the part of /usr/lib/modules that is used. */
export function makeKernel(tree: string, folder: string): void {
  const version = readdirSync(join(tree, 'lib/modules'))[0]
  if (version === undefined) throw new Error('The kernel package holds no modules.')
  runTool('depmod', ['-b', tree, version])
  runShell(`cp "${tree}"/boot/vmlinuz-* vmlinuz`, folder)

  const listed = readFileSync(`${guestFolder}/usr/lib/lab/modules`, 'utf8').trim().split('\n')
  const root = join(folder, 'modules-root')
  for (const file of moduleFiles(tree, version, [...bootModules, ...listed, ...extraModules])) {
    const target = join(root, 'usr', file.slice(file.indexOf('lib/modules/')))
    runTool('install', ['-D', '-m644', file, target])
  }
  runShell(
    `mkdir -p lib && ln -sfn ../usr/lib/modules lib/modules && depmod -b . ${version} && rm -r lib`,
    root,
  )

  const initrd = join(folder, 'initrd')
  mkdirSync(join(initrd, 'modules'), { recursive: true })
  const files = moduleFiles(tree, version, bootModules)
  for (const file of files) runTool('cp', [file, join(initrd, 'modules')])
  writeFileSync(join(initrd, 'modules/order'), `${files.map((file) => basename(file)).join('\n')}\n`)
  runTool('install', ['-m755', `${guestFolder}/initramfs-init`, join(initrd, 'init')])
}

/** Adds the static busybox, and packs the initramfs. */
export function packInitramfs(kernelFolder: string, busybox: string, folder: string): void {
  runShell(
    `cp -r "${join(kernelFolder, 'initrd')}" tree && mkdir -p tree/bin && install -m755 "${busybox}" tree/bin/busybox
     cd tree && find . | cpio -o -H newc --quiet | gzip -9n >../initrd.gz && cd .. && rm -r tree`,
    folder,
  )
}

/** A module's file and those it depends on, in the order to load them. */
function moduleFiles(tree: string, version: string, names: string[]): string[] {
  const files = names.flatMap((name) =>
    runTool('modprobe', ['-d', tree, '-S', version, '--show-depends', name])
      .split('\n')
      .filter((line) => line.startsWith('insmod '))
      .map((line) => line.split(' ')[1] ?? ''),
  )
  return [...new Set(files)]
}

import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs'
import { type BootFiles, BuildMachine } from './build-machine.ts'
import { diskMegabytes } from './disk-image.ts'
import type { InstalledPackage } from './install-packages.ts'
import { upstreamVersion } from './package-list.ts'
import { installResidentAgent } from './resident-agent.ts'
import { runShell, runTool } from './run-tool.ts'
import { installShimLauncher, isShimLauncherSupported } from './shim-launcher.ts'

/** The images that a learner finds. Their tags are the versions that Debian has of the programs in them. */
const imageBuilds = (busybox: string, valkey: string, registry: string) => [
  {
    folder: 'busybox',
    tags: [`busybox:${versionPrefix(busybox, 1)}`, `busybox:${versionPrefix(busybox, 2)}`, 'busybox:latest'],
    options: '',
  },
  { folder: 'web', tags: ['web:1.0'], options: '--build-arg VERSION=1.0' },
  { folder: 'web', tags: ['web:2.0', 'web:latest'], options: '--build-arg VERSION=2.0' },
  { folder: 'valkey', tags: [`valkey:${versionPrefix(valkey, 1)}`, 'valkey:latest'], options: '' },
  { folder: 'registry', tags: [`registry:${versionPrefix(registry, 1)}`, 'registry:latest'], options: '' },
  { folder: 'sdk', tags: ['sdk:1.0', 'sdk:latest'], options: '' },
]

/** The first numbers of a version: `1.38` for `versionPrefix('1.38.0', 2)`. */
function versionPrefix(version: string, count: number): string {
  return version.split('.').slice(0, count).join('.')
}

/** Boots a copy of the disk, builds the images with the machine’s own Docker, and shuts down cleanly. */
export async function loadImages(
  from: BootFiles,
  packages: InstalledPackage[],
  folder: string,
): Promise<void> {
  const version = (name: string) => upstreamVersion(packages, name)
  const builds = imageBuilds(version('busybox-static'), version('valkey-server'), version('docker-registry'))
  const disk = await BuildMachine.runOnCopy(from, folder, async (machine) => {
    for (const { folder: context, tags, options } of builds) {
      const startedAt = Date.now()
      const tagOptions = tags.map((tag) => `-t ${tag}`).join(' ')
      await machine.run(`docker build -q ${options} ${tagOptions} /var/lib/lab-images/${context}`)
      console.log(`    ${tags[0]} built in ${((Date.now() - startedAt) / 1000).toFixed(0)} s`)
    }
    if (isShimLauncherSupported(packages)) await machine.run(installShimLauncher)
    else console.log('    The shim launcher is not installed: it requires containerd 2.1.')
    await machine.run(installResidentAgent)
    // Without a build cache, a learner’s first build runs its steps.
    await machine.run('docker builder prune -af >/dev/null; docker images; rm -rf /var/lib/lab-images')
    await machine.run(
      'service docker stop; killall containerd; sleep 2; rm -f /var/log/*.log /root/.bash_history; sync; mount -o remount,ro / || sync',
    )
    machine.writeDisk()
  })
  zeroFreeBlocks(disk)
}

/** Free blocks still contain what was deleted. Zeros add nothing to the download. */
function zeroFreeBlocks(disk: string): void {
  const checked = runShell(`e2fsck -fp "${disk}" || [ $? -le 1 ]`, '.')
  console.log(`    ${checked.trim()}`)
  const file = openSync(disk, 'r+')
  const zeroBlock = new Uint8Array(4096)
  for (const [, ranges] of runTool('dumpe2fs', [disk]).matchAll(/^ {2}Free blocks: (.+)$/gm)) {
    for (const range of (ranges ?? '').split(', ')) {
      const [first = 0, last = first] = range.split('-').map(Number)
      for (let block = first; block <= last; block += 1) writeSync(file, zeroBlock, 0, 4096, block * 4096)
    }
  }
  ftruncateSync(file, diskMegabytes << 20)
  closeSync(file)
  runTool('fallocate', ['--dig-holes', disk])
}

import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs'
import { type BootFiles, BuildMachine } from './build-machine.ts'
import { diskMegabytes } from './disk-image.ts'
import type { PackageRow } from './install-packages.ts'
import { upstreamVersion } from './package-list.ts'
import { installResidentAgent } from './resident-agent.ts'
import { runShell, runTool } from './run-tool.ts'
import { hasShimLauncher, installShimLauncher } from './shim-launcher.ts'

/**
 * The images as a learner finds them, each built by the machine's own docker. Their tags say what is in them: the
 * version that Debian had.
 */
const buildImages = (busybox: string, valkey: string, registry: string) => [
  {
    folder: 'busybox',
    tags: [`busybox:${start(busybox, 1)}`, `busybox:${start(busybox, 2)}`, 'busybox:latest'],
    words: '',
  },
  { folder: 'web', tags: ['web:1.0'], words: '--build-arg VERSION=1.0' },
  { folder: 'web', tags: ['web:2.0', 'web:latest'], words: '--build-arg VERSION=2.0' },
  { folder: 'valkey', tags: [`valkey:${start(valkey, 1)}`, 'valkey:latest'], words: '' },
  { folder: 'registry', tags: [`registry:${start(registry, 1)}`, 'registry:latest'], words: '' },
  { folder: 'sdk', tags: ['sdk:1.0', 'sdk:latest'], words: '' },
]

/** The first numbers of a version: `start('1.38.0', 2)` is `1.38`. */
function start(version: string, count: number): string {
  return version.split('.').slice(0, count).join('.')
}

/** Boots the disk once, builds the images on it, and leaves it as cleanly shut down. */
export async function loadImages(from: BootFiles, packages: PackageRow[], folder: string): Promise<void> {
  const version = (name: string) => upstreamVersion(packages, name)
  const builds = buildImages(version('busybox-static'), version('valkey-server'), version('docker-registry'))
  const disk = await BuildMachine.onCopy(from, folder, async (machine) => {
    for (const { folder: context, tags, words } of builds) {
      const begun = Date.now()
      const named = tags.map((tag) => `-t ${tag}`).join(' ')
      await machine.run(`docker build -q ${words} ${named} /var/lib/lab-images/${context}`)
      console.log(`    ${tags[0]} built in ${((Date.now() - begun) / 1000).toFixed(0)} s`)
    }
    if (hasShimLauncher(packages)) await machine.run(installShimLauncher)
    else console.log('    no launcher for the shim: containerd is not 2.1')
    await machine.run(installResidentAgent)
    // The build cache goes: a learner's first build shows its steps being run.
    await machine.run('docker builder prune -af >/dev/null; docker images; rm -rf /var/lib/lab-images')
    await machine.run(
      'service docker stop; killall containerd; sleep 2; rm -f /var/log/*.log /root/.bash_history; sync; mount -o remount,ro / || sync',
    )
    machine.writeDisk()
  })
  zeroFreeBlocks(disk)
}

/** What was deleted still lies in the disk's free blocks; as zeros it costs nothing to send. */
function zeroFreeBlocks(disk: string): void {
  const checked = runShell(`e2fsck -fp "${disk}" || [ $? -le 1 ]`, '.')
  console.log(`    ${checked.trim()}`)
  const file = openSync(disk, 'r+')
  const isAllZero = new Uint8Array(4096)
  for (const [, list] of runTool('dumpe2fs', [disk]).matchAll(/^ {2}Free blocks: (.+)$/gm)) {
    for (const range of (list ?? '').split(', ')) {
      const [first = 0, last = first] = range.split('-').map(Number)
      for (let block = first; block <= last; block += 1) writeSync(file, isAllZero, 0, 4096, block * 4096)
    }
  }
  ftruncateSync(file, diskMegabytes << 20)
  closeSync(file)
  runTool('fallocate', ['--dig-holes', disk])
}

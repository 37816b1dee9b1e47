import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** Debian packages that the build uses, and a file that shows that each is there. */
const needed = {
  mmdebstrap: '/usr/bin/mmdebstrap',
  kmod: '/sbin/modprobe',
  cpio: '/usr/bin/cpio',
  e2fsprogs: '/sbin/mke2fs',
  zstd: '/usr/bin/zstd',
  seabios: '/usr/share/seabios/bios.bin',
  'debian-archive-keyring': '/usr/share/keyrings/debian-archive-keyring.gpg',
}

/** Installs what is missing on Debian as root; elsewhere says what is needed and how to get it. */
export function ensureHostTools(): void {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) throw new Error(requiredTools())
  const missing = Object.entries(needed)
    .filter(([, file]) => !existsSync(file))
    .map(([name]) => name)
  if (missing.length === 0) return
  console.log(`Installing with apt-get: ${missing.join(' ')}`)
  apt('update')
  apt('install', '-y', '--no-install-recommends', ...missing)
}

function apt(...words: string[]): void {
  const { status } = spawnSync('apt-get', ['-q', ...words], { stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) throw new Error(`apt-get ${words.join(' ')} failed; its own message stands above.`)
}

function requiredTools(): string {
  const packages = Object.keys(needed).join(' ')
  const dockerInstructions = spawnSync('docker', ['version'], { stdio: 'ignore' }).status === 0
  return [
    'The lab image is put together from Debian packages, which takes a Debian system and root.',
    `Packages used: ${packages}.`,
    dockerInstructions
      ? 'Docker is at hand here, so this does it in a Debian container:\n'
      : 'With Docker installed, this does it in a Debian container:\n',
    '  docker run --rm -it -v "$PWD":/project -w /project -e LAB_CACHE=/project/.cache/lab debian:trixie \\',
    `    sh -c 'apt-get update && apt-get install -y ${packages} && node_modules/.bin/node packages/docker-in-browser/image-builder/build.ts'`,
    '\n(node_modules must have been installed on Linux for that.)',
  ].join('\n')
}

/** Where this machine's apt gets Debian from: no address of an archive stands in the project. */
export function archiveAddress(): string {
  const { stdout } = spawnSync('apt-get', ['indextargets', '--format', '$(SITE) $(ORIGIN) $(COMPONENT)'], {
    encoding: 'utf8',
  })
  const lines = stdout.split('\n').map((line) => line.split(' '))
  const site = lines.find(([, origin, component]) => origin === 'Debian' && component === 'main')?.[0]
  if (site) return site
  const listed = ['/etc/apt/sources.list', '/etc/apt/sources.list.d/debian.sources']
    .filter((file) => existsSync(file))
    .flatMap((file) => readFileSync(file, 'utf8').match(/https?:\/\/[^\s]+\/debian\/?(?=\s|$)/g) ?? [])
  if (listed[0]) return listed[0].replace(/\/$/, '')
  throw new Error(
    'apt on this machine names no Debian archive. Run apt-get update, or look at /etc/apt/sources.list.',
  )
}

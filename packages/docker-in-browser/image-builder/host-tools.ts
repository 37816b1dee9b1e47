import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { isNamespaceAllowed, isRoot } from './user-namespace.ts'

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

/** Debian’s names of what the build uses. */
export const hostPackages = Object.keys(needed)
const packagesForOtherUsers = ['uidmap']

/** What this computer lacks to build the image, and what to do; undefined when it can. */
export function hostBuildProblem(): string | undefined {
  if (process.platform !== 'linux') return 'The labs’ image is built on Linux.'
  if (!existsSync('/usr/bin/apt-get') || !existsSync('/usr/bin/dpkg'))
    return 'The labs’ image is put together by Debian’s tools, which this system does not have.'
  if (!findArchive())
    return 'The labs’ image is made of Debian’s packages, and apt on this computer names no Debian archive. Run apt-get update, or set LAB_ARCHIVE to the address of one.'
  if (isRoot()) return undefined
  const missing = [...missingPackages(), ...(existsSync('/usr/bin/newuidmap') ? [] : packagesForOtherUsers)]
  if (missing.length > 0)
    return `To build the labs’ image, this computer lacks ${missing.join(', ')}. Run: sudo apt-get install ${missing.join(' ')}`
  if (!isNamespaceAllowed())
    return 'To build the labs’ image without root, a user namespace is needed, and this computer refuses one: /etc/subuid and /etc/subgid must name this user, and the kernel must allow it. You can run npm run lab:image as root instead.'
  return undefined
}

/** Ready to build: installs what is missing where this is root. */
export function ensureHostTools(): void {
  const problem = hostBuildProblem()
  if (problem !== undefined) throw new Error(`${problem}\n${containerAdvice}`)
  const missing = missingPackages()
  if (missing.length === 0) return
  console.log(`Installing with apt-get: ${missing.join(' ')}`)
  apt('update')
  apt('install', '-y', '--no-install-recommends', ...missing)
}

const containerAdvice = 'Where Docker is running, npm start builds the image in a container instead.'

function missingPackages(): string[] {
  return Object.entries(needed)
    .filter(([, file]) => !existsSync(file))
    .map(([name]) => name)
}

function apt(...words: string[]): void {
  const { status } = spawnSync('apt-get', ['-q', ...words], { stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0)
    throw new Error(
      `apt-get ${words.join(' ')} failed. Its own message is above; correct that and try again.`,
    )
}

/** Where Debian's packages come from. No address of an archive is in the project. */
export function archiveAddress(): string {
  const address = findArchive()
  if (address) return address
  throw new Error('apt on this computer names no Debian archive. Set LAB_ARCHIVE to the address of one.')
}

function findArchive(): string | undefined {
  if (process.env.LAB_ARCHIVE) return process.env.LAB_ARCHIVE
  const { stdout } = spawnSync('apt-get', ['indextargets', '--format', '$(SITE) $(ORIGIN) $(COMPONENT)'], {
    encoding: 'utf8',
  })
  const lines = stdout.split('\n').map((line) => line.split(' '))
  const site = lines.find(([, origin, component]) => origin === 'Debian' && component === 'main')?.[0]
  if (site) return site
  const listed = ['/etc/apt/sources.list', '/etc/apt/sources.list.d/debian.sources']
    .filter((file) => existsSync(file))
    .flatMap((file) => readFileSync(file, 'utf8').match(/https?:\/\/[^\s]+\/debian\/?(?=\s|$)/g) ?? [])
  return listed[0]?.replace(/\/$/, '')
}

import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { isNamespaceAllowed, isRoot } from './user-namespace.ts'

/** The Debian packages that the build needs, each with a file that shows that it is installed. */
const requiredPackages = {
  mmdebstrap: '/usr/bin/mmdebstrap',
  kmod: '/sbin/modprobe',
  cpio: '/usr/bin/cpio',
  e2fsprogs: '/sbin/mke2fs',
  zstd: '/usr/bin/zstd',
  seabios: '/usr/share/seabios/bios.bin',
  'debian-archive-keyring': '/usr/share/keyrings/debian-archive-keyring.gpg',
}

/** The names of the Debian packages that the build needs. */
export const hostPackages = Object.keys(requiredPackages)
/** Needed to build without root. */
const rootlessPackages = ['uidmap']

/** Why this computer cannot build the image, and what to do about it. Undefined if it can. */
export function hostBuildProblem(): string | undefined {
  if (process.platform !== 'linux') return 'The labs’ image can only be built on Linux.'
  if (!existsSync('/usr/bin/apt-get') || !existsSync('/usr/bin/dpkg'))
    return 'The labs’ image can only be built with Debian’s tools, which this system does not have.'
  if (!findArchive())
    return 'The labs’ image is built from Debian packages, but apt on this computer has no Debian archive. Run apt-get update, or set LAB_ARCHIVE to the address of one.'
  if (isRoot()) return undefined
  const missing = [...missingPackages(), ...(existsSync('/usr/bin/newuidmap') ? [] : rootlessPackages)]
  if (missing.length > 0)
    return `To build the labs’ image, this computer needs ${missing.join(', ')}. Run: sudo apt-get install ${missing.join(' ')}`
  if (!isNamespaceAllowed())
    return 'Building the labs’ image without root requires a user namespace, which this computer does not allow. /etc/subuid and /etc/subgid must have entries for this user, and the kernel must allow user namespaces. Or run npm run lab:image as root.'
  return undefined
}

/** Throws if this computer cannot build the image. As root, installs missing packages. */
export function ensureHostTools(): void {
  const problem = hostBuildProblem()
  if (problem !== undefined) throw new Error(`${problem}\n${containerAdvice}`)
  const missing = missingPackages()
  if (missing.length === 0) return
  console.log(`Installing with apt-get: ${missing.join(' ')}`)
  apt('update')
  apt('install', '-y', '--no-install-recommends', ...missing)
}

const containerAdvice = 'If Docker is running, npm start builds the image in a container instead.'

function missingPackages(): string[] {
  return Object.entries(requiredPackages)
    .filter(([, file]) => !existsSync(file))
    .map(([name]) => name)
}

function apt(...args: string[]): void {
  const { status } = spawnSync('apt-get', ['-q', ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) throw new Error(`apt-get ${args.join(' ')} failed. Fix the error above, then try again.`)
}

/** The Debian archive of `LAB_ARCHIVE` or of apt. The project itself names none. */
export function archiveAddress(): string {
  const address = findArchive()
  if (address) return address
  throw new Error('apt on this computer has no Debian archive. Set LAB_ARCHIVE to the address of one.')
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

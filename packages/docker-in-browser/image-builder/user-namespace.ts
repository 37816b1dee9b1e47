import { spawnSync } from 'node:child_process'

/** Root of the computer, or of a user namespace: the owners of the packages' files can be kept. */
export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** The user as root, and those of /etc/subuid as all others. */
const namespace = ['--user', '--map-root-user', '--map-auto']

export function isNamespaceAllowed(): boolean {
  return spawnSync('unshare', [...namespace, 'true'], { stdio: 'ignore' }).status === 0
}

/** Runs this program again as the root of a user namespace, and ends with it. */
export function continueAsRoot(): never {
  const words = [...namespace, process.execPath, ...process.argv.slice(1)]
  process.exit(spawnSync('unshare', words, { stdio: 'inherit' }).status ?? 1)
}

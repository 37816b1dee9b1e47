import { spawnSync } from 'node:child_process'

/** Root of this computer or of a user namespace. Only root can give the packages’ files their owners. */
export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** Maps this user to root, and its ids in /etc/subuid and /etc/subgid to all other users. */
const namespaceOptions = ['--user', '--map-root-user', '--map-auto']

export function isNamespaceAllowed(): boolean {
  return spawnSync('unshare', [...namespaceOptions, 'true'], { stdio: 'ignore' }).status === 0
}

/** Runs this program again as root of a user namespace, and exits with its exit code. */
export function restartAsRoot(): never {
  const args = [...namespaceOptions, process.execPath, ...process.argv.slice(1)]
  process.exit(spawnSync('unshare', args, { stdio: 'inherit' }).status ?? 1)
}

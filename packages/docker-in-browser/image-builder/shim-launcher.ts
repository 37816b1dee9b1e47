import { join } from 'node:path'
import type { PackageRow } from './install-packages.ts'
import { upstreamVersion } from './package-list.ts'

export const shimLauncherSource = join(import.meta.dirname, 'shim-launcher.c')

/** The same names as in shim-launcher.c. */
const shim = '/usr/bin/containerd-shim-runc-v2'
const realShim = '/usr/lib/containerd/containerd-shim-runc-v2'

/** The launcher was written for what this version's shim answers at its start. */
export function hasShimLauncher(packages: PackageRow[]): boolean {
  return upstreamVersion(packages, 'containerd').startsWith('2.1.')
}

/**
 * Compiles the launcher in the machine, with the compiler of its image `sdk`, and puts it in the place of Debian's shim
 * (docs/decisions/0020-fewer-instructions.md). The host may be of another architecture.
 */
export const installShimLauncher = `
set -e
docker run --rm --network none -v /var/lib/lab-images:/src sdk cc -o shim-launcher shim-launcher.c
mkdir -p ${realShim.replace(/\/[^/]*$/, '')}
mv ${shim} ${realShim}
install -m 755 /var/lib/lab-images/shim-launcher ${shim}
docker run --rm busybox true
`

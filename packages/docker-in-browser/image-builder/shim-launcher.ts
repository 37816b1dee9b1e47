import { join } from 'node:path'
import type { InstalledPackage } from './install-packages.ts'
import { upstreamVersion } from './package-list.ts'

export const shimLauncherSource = join(import.meta.dirname, 'shim-launcher.c')

/** Must match shim-launcher.c. */
const shim = '/usr/bin/containerd-shim-runc-v2'
const realShim = '/usr/lib/containerd/containerd-shim-runc-v2'

/** The launcher prints what containerd 2.1 expects; later versions expect something else. */
export function isShimLauncherSupported(packages: InstalledPackage[]): boolean {
  return upstreamVersion(packages, 'containerd').startsWith('2.1.')
}

/**
 * Compiles the launcher in the machine, because the host may have another architecture, and installs it in the place of
 * Debian’s shim (docs/decisions/0020-fewer-instructions.md).
 */
export const installShimLauncher = `
set -e
docker run --rm --network none -v /var/lib/lab-images:/src sdk cc -o shim-launcher shim-launcher.c
mkdir -p ${realShim.replace(/\/[^/]*$/, '')}
mv ${shim} ${realShim}
install -m 755 /var/lib/lab-images/shim-launcher ${shim}
docker run --rm busybox true
`

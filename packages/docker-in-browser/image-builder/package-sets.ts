/**
 * What is taken from Debian, and from where. Suites are tried in order, because the archive's index of a suite
 * can be out of step with its release file for days; a release's two names (trixie, stable) are often cached
 * apart, so that one works while the other doesn't.
 */
export type PackageSet = { name: string; suites: string[]; packages: string[] }

/** The last Debian release with a kernel for i386. */
export const kernelSet: PackageSet = {
  name: 'kernel',
  suites: ['bookworm', 'oldstable'],
  packages: ['linux-image-686'],
}

export const machineSet: PackageSet = {
  name: 'machine',
  suites: ['forky', 'testing', 'trixie', 'stable'],
  packages: [
    // The engine and its company.
    'docker.io',
    'docker-compose',
    'containerd',
    'crun',
    'apparmor',
    'cosign',
    'ca-certificates',
    // A shell to live in.
    'busybox-static',
    'bash',
    'bash-completion',
    'coreutils',
    'findutils',
    'grep',
    'sed',
    'mawk',
    'tar',
    'gzip',
    'less',
    'nano',
    'ncurses-base',
    'libc-bin',
    'hostname',
    'procps',
    'curl',
    'jq',
    // To look underneath.
    'mount',
    'util-linux',
    'iproute2',
    'iptables',
    'iputils-ping',
    'kmod',
    'libcap2-bin',
    'strace',
  ],
}

/**
 * The client and buildx of Debian 13. Those of forky (28.5, 0.29) spend 460 million instructions at every call
 * on a table of character widths (go-runewidth, in package initialisation); these spend 50.
 */
export const clientSet: PackageSet = {
  name: 'client',
  suites: ['trixie', 'stable'],
  packages: ['docker-cli', 'docker-buildx'],
}

/** For the ready-made images. */
export const valkeySet: PackageSet = {
  name: 'valkey',
  suites: ['forky', 'testing', 'trixie', 'stable'],
  packages: ['valkey-server', 'valkey-tools'],
}
export const registrySet: PackageSet = {
  name: 'registry',
  suites: ['forky', 'testing', 'trixie', 'stable'],
  packages: ['docker-registry'],
}
/** tcc left Debian after bookworm. */
export const compilerSet: PackageSet = {
  name: 'compiler',
  suites: ['bookworm', 'oldstable'],
  packages: ['tcc', 'musl-dev', 'libc6-dev', 'make', 'binutils'],
}

export const packageSets = [kernelSet, machineSet, clientSet, valkeySet, registrySet, compilerSet]

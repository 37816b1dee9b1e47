/**
 * Packages from Debian, and the suites to try in order. A suite’s index can differ from its signed release file for
 * days, and the two names of a release (trixie, stable) are often cached separately, so that only one of them works.
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
    // The engine and its tools.
    'docker.io',
    'docker-compose',
    'containerd',
    'crun',
    'apparmor',
    'cosign',
    'ca-certificates',
    // The shell and everyday commands.
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
    // Tools that show what Docker does underneath.
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
 * The client and Buildx of Debian 13, because those of forky (28.5, 0.29) spend 460 million instructions per call on
 * initializing a table of character widths (go-runewidth); these spend 50 million.
 */
export const clientSet: PackageSet = {
  name: 'client',
  suites: ['trixie', 'stable'],
  packages: ['docker-cli', 'docker-buildx'],
}

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
/** Bookworm is the last Debian release with tcc. */
export const compilerSet: PackageSet = {
  name: 'compiler',
  suites: ['bookworm', 'oldstable'],
  packages: ['tcc', 'musl-dev', 'libc6-dev', 'make', 'binutils'],
}

export const packageSets = [kernelSet, machineSet, clientSet, valkeySet, registrySet, compilerSet]

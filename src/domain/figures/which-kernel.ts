import { createStateFactory, type FigureState } from './figure-state.ts'

/**
 * Plate 2.1: three containers on one host, the kernel that each of them uses, and which containers stop when a kernel
 * crashes. The guest’s kernel is the one of Kata Containers 3.32.0.
 */
export const containers = ['web', 'api', 'db'] as const
export type Container = (typeof containers)[number]

/** The runtime that starts db. Web and api are always started by runc. */
export const runtimes = ['runc', 'kata'] as const
export type Runtime = (typeof runtimes)[number]

export const kernelEvents = ['uname', 'bug', 'panic'] as const
export type KernelEvent = (typeof kernelEvents)[number]

/** What the figure shows: how db is started, and what happens or is asked. */
export type Scene = { runtime: Runtime; event: KernelEvent }

export type Kernel = 'host' | 'guest'

export const userlands = {
  web: 'Debian 13',
  api: 'Alpine 3.22',
  db: 'Fedora 43',
} satisfies Record<Container, string>

export const kernelVersions = { host: '6.1.0-50-amd64', guest: '6.18.35' } satisfies Record<Kernel, string>

/** The kernel that executes a container’s system calls. */
export function kernelOf(container: Container, runtime: Runtime): Kernel {
  return container === 'db' && runtime === 'kata' ? 'guest' : 'host'
}

export function kernelsOf(runtime: Runtime): Kernel[] {
  return runtime === 'kata' ? ['host', 'guest'] : ['host']
}

/** The kernel that crashes: the bug is in the kernel that db uses. */
function faultyKernel({ runtime, event }: Scene): Kernel | undefined {
  if (event === 'uname') return undefined
  return event === 'panic' ? 'host' : kernelOf('db', runtime)
}

/** A guest’s kernel runs in a process of the host, so it stops when the host’s kernel does. */
export function isCrashed(kernel: Kernel, scene: Scene): boolean {
  const fault = faultyKernel(scene)
  return fault === kernel || fault === 'host'
}

export function isStopped(container: Container, scene: Scene): boolean {
  return isCrashed(kernelOf(container, scene.runtime), scene)
}

export const kernelEventLabels = {
  uname: 'uname -r',
  bug: 'db hits a bug',
  panic: 'host panics',
} satisfies Record<KernelEvent, string>

const sentences = {
  runc: {
    uname: `Three containers with the files of three distributions, and one kernel: \`uname -r\` prints the host’s, \`${kernelVersions.host}\`, in each of them. That is one kernel to patch.`,
    bug: 'A system call from `db` triggers a bug that panics the kernel. It is the host’s kernel, so `web` and `api` stop with `db`.',
    panic:
      'The host’s kernel panics. All three containers run on it and stop, whatever their images and limits.',
  },
  kata: {
    uname: `With \`--runtime io.containerd.kata.v2\`, \`db\` runs in a VM, where \`uname -r\` prints the guest’s kernel, \`${kernelVersions.guest}\`. Now there are two kernels to patch.`,
    bug: 'A system call from `db` triggers a bug that panics the guest’s kernel. The VM stops, and `db` with it; `web` and `api` keep running.',
    panic:
      'The host’s kernel panics. The VM is a process on that host, so `db` stops too. Against this, only replicas on other hosts help.',
  },
} satisfies Record<Runtime, Record<KernelEvent, string>>

export function describeScene({ runtime, event }: Scene): string {
  return sentences[runtime][event]
}

const state = createStateFactory(describeScene)

export const figureStates: FigureState<Scene>[] = [
  state('shared', 'One kernel, three userlands', { runtime: 'runc', event: 'uname' }),
  state('shared-bug', '`db` hits a kernel bug', { runtime: 'runc', event: 'bug' }),
  state('shared-panic', 'The host’s kernel panics', { runtime: 'runc', event: 'panic' }),
  state('vm', '`db` in a VM', { runtime: 'kata', event: 'uname' }),
  state('vm-bug', '`db` hits a bug in the guest’s kernel', { runtime: 'kata', event: 'bug' }),
  state('vm-panic', '`db` in a VM, the host’s kernel panics', { runtime: 'kata', event: 'panic' }),
]

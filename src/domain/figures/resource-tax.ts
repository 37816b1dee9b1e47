import { createStateFactory, type FigureState } from './figure-state.ts'
import { parseMemorySize } from './limit-flags.ts'

/**
 * Plate 1.2: the memory that a server reserves for programs in containers, or each in a VM. The overhead per pod is the
 * published one: 120 MiB in the Kubernetes docs (Kata with Firecracker), 160 MiB in Kata’s own files (with QEMU).
 */
export const isolations = ['container', 'firecracker', 'qemu'] as const
export type Isolation = (typeof isolations)[number]

/** What the figure shows; the numbers are as typed. */
export type Server = { isolation: Isolation; count: string; size: string; memory: string }

const mebibyte = 1024 ** 2
const maxPrograms = 100
const taxMebibytes = { container: 0, firecracker: 120, qemu: 160 } satisfies Record<Isolation, number>

function mebibytesOf(text: string): number {
  return (parseMemorySize(text.trim()) ?? 0) / mebibyte
}

export function countProblem(count: string): string | undefined {
  const number = /^\d{1,3}$/.test(count.trim()) ? Number(count) : 0
  return number >= 1 && number <= maxPrograms ? undefined : `Enter a whole number, 1 to ${maxPrograms}.`
}

export function sizeProblem(size: string): string | undefined {
  const mebibytes = mebibytesOf(size)
  return mebibytes >= 1 && mebibytes <= 1024 ** 2
    ? undefined
    : 'Enter a size from `1m` to `1t`, such as `256m`.'
}

/** What fits on the server, in MiB: `code` and `tax` are those of the programs that fit. */
export type Reservation = {
  count: number
  fitting: number
  code: number
  tax: number
  total: number
  kernels: number
}

export function reservationOf({ isolation, count, size, memory }: Server): Reservation {
  const requestedCount = Number(count)
  const each = mebibytesOf(size)
  const total = mebibytesOf(memory)
  const fitting = Math.min(requestedCount, Math.floor(total / (each + taxMebibytes[isolation])))
  return {
    count: requestedCount,
    fitting,
    code: fitting * each,
    tax: fitting * taxMebibytes[isolation],
    total,
    kernels: isolation === 'container' ? 1 : 1 + fitting,
  }
}

/** `512 MiB`, `3.5 GiB`. */
export function formatToTenths(mebibytes: number): string {
  const [count, unit] = mebibytes < 1024 ? [mebibytes, 'MiB'] : [mebibytes / 1024, 'GiB']
  return `${Number(count.toFixed(1))} ${unit}`
}

export const isolationLabels = {
  container: 'a container',
  firecracker: 'a VM (Firecracker)',
  qemu: 'a VM (QEMU)',
} satisfies Record<Isolation, string>

const isolationPhrases = {
  container: 'in a container',
  firecracker: 'in a VM (Kata with Firecracker)',
  qemu: 'in a VM (Kata with QEMU)',
} satisfies Record<Isolation, string>

export function describeServer(server: Server): string {
  const { count, fitting, code, tax, total, kernels } = reservationOf(server)
  const size = formatToTenths(mebibytesOf(server.size))
  const phrase = isolationPhrases[server.isolation]
  const programs =
    count === 1 ? `1 program of ${size} ${phrase}` : `${count} programs of ${size}, each ${phrase}`
  const reserved = `${formatToTenths(code)} for your code and ${tax === 0 ? 'nothing' : formatToTenths(tax)} on top`
  const patches = kernels === 1 ? 'There is one kernel to patch.' : `There are ${kernels} kernels to patch.`
  if (fitting === 0)
    return `A server with ${formatToTenths(total)} has no room for even one program of ${size} ${phrase}.`
  if (fitting < count)
    return `Of ${programs}, only ${fitting} ${fitting === 1 ? 'fits' : 'fit'} on a server with ${formatToTenths(total)}: ${reserved}. ${patches}`
  return `For ${programs}, the server reserves ${reserved}. ${patches}`
}

const state = createStateFactory(describeServer)
const example: Server = { isolation: 'container', count: '30', size: '256m', memory: '16g' }

export const figureStates: FigureState<Server>[] = [
  state('containers', 'Thirty containers', example),
  state('firecracker', 'Thirty small VMs, with Firecracker', { ...example, isolation: 'firecracker' }),
  state('qemu', 'Thirty small VMs, with QEMU', { ...example, isolation: 'qemu' }),
  state('large', 'Four large VMs', { ...example, isolation: 'qemu', count: '4', size: '3g' }),
  state('too-many', 'Sixty VMs, more than fit', { ...example, isolation: 'qemu', count: '60' }),
]

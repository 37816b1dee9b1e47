import { type FigureState, formatList } from './figure-state.ts'
import { hostCpus, type Limits, parseLimitFlags } from './limit-flags.ts'

/** Plate 2.3: how three containers share a host with 4 CPUs and 4 GiB of memory, without swap. */
export const containerNames = ['web', 'db', 'report'] as const
export type ContainerName = (typeof containerNames)[number]

/** Flags of `docker run`, and whether the container has work: four threads that never wait. */
export type ContainerSetup = { flags: string; isBusy: boolean }
export type SharedHost = Record<ContainerName, ContainerSetup>

export const hostMebibytes = 4096
/** Memory of the kernel, the daemon and everything else on the host. */
export const systemMebibytes = 512
/**
 * The memory that each container uses. While `report` is busy, it keeps every row that it reads, so it keeps growing.
 */
const heldMebibytes = { web: 256, db: 2048, report: 128 } satisfies Record<ContainerName, number>

const noLimits: Limits = { weight: 100, cpus: undefined, memoryMebibytes: undefined }

/** The flags in a setup are valid: invalid ones never get into it. */
export function limitsOf({ flags }: ContainerSetup): Limits {
  const limits = parseLimitFlags(flags)
  return 'problem' in limits ? noLimits : limits
}

/**
 * CPU time is divided among the busy containers by weight. Time that a quota keeps one of them from using is divided
 * among the others, again by weight.
 */
export function cpusOf(host: SharedHost): Record<ContainerName, number> {
  const assigned = { web: 0, db: 0, report: 0 }
  let open = containerNames.filter((name) => host[name].isBusy)
  let unassignedCpus = hostCpus
  while (open.length > 0) {
    const weights = open.reduce((sum, name) => sum + limitsOf(host[name]).weight, 0)
    const shareOf = (name: ContainerName) => (unassignedCpus * limitsOf(host[name]).weight) / weights
    const quotaOf = (name: ContainerName) => limitsOf(host[name]).cpus ?? hostCpus
    const capped = open.filter((name) => quotaOf(name) <= shareOf(name))
    const settled = capped.length > 0 ? capped : open
    const portions = settled.map((name) => [name, Math.min(quotaOf(name), shareOf(name))] as const)
    for (const [name, portion] of portions) {
      assigned[name] = portion
      unassignedCpus -= portion
    }
    open = open.filter((name) => !settled.includes(name))
  }
  return assigned
}

/** Whether the container is limited by its quota, not by its neighbors. */
export function isThrottled(host: SharedHost, name: ContainerName): boolean {
  return host[name].isBusy && cpusOf(host)[name] === limitsOf(host[name]).cpus
}

/** Why a process was killed: at the limit of its own cgroup, or because the host had no memory left. */
export type KillCause = 'own-limit' | 'host-full'
export type MemoryUse = { mebibytes: number; killed: KillCause | undefined }

export function memoryOf(host: SharedHost): Record<ContainerName, MemoryUse> & { isHostFull: boolean } {
  const use = {
    web: memoryWithinLimit(host, 'web'),
    db: memoryWithinLimit(host, 'db'),
    report: memoryWithinLimit(host, 'report'),
  }
  if (!host.report.isBusy || use.report.killed) return { ...use, isHostFull: false }
  const room = hostMebibytes - systemMebibytes - use.web.mebibytes - use.db.mebibytes
  const limit = limitsOf(host.report).memoryMebibytes ?? Number.POSITIVE_INFINITY
  if (limit <= room) return { ...use, report: { mebibytes: limit, killed: 'own-limit' }, isHostFull: false }
  const full = { ...use, report: { mebibytes: room, killed: undefined } }
  const victim = containerNames.toSorted((a, b) => full[b].mebibytes - full[a].mebibytes)[0] ?? 'report'
  return { ...full, [victim]: { ...full[victim], killed: 'host-full' }, isHostFull: true }
}

function memoryWithinLimit(host: SharedHost, name: ContainerName): MemoryUse {
  const limit = limitsOf(host[name]).memoryMebibytes ?? Number.POSITIVE_INFINITY
  const isOver = heldMebibytes[name] > limit
  return { mebibytes: isOver ? limit : heldMebibytes[name], killed: isOver ? 'own-limit' : undefined }
}

/** The memory used by all containers and the system. */
export function usedMebibytes(host: SharedHost): number {
  const memory = memoryOf(host)
  return containerNames.reduce((sum, name) => sum + memory[name].mebibytes, systemMebibytes)
}

/** `1.33`, `2`, `0.5`: two decimals at most. */
export function formatCpus(cpus: number): string {
  return String(Number(cpus.toFixed(2)))
}

/** `256 MiB`, `1.25 GiB`. */
export function formatToThreeDigits(mebibytes: number): string {
  if (mebibytes < 1024) return `${Number(mebibytes.toPrecision(3))} MiB`
  return `${Number((mebibytes / 1024).toPrecision(3))} GiB`
}

export function describeHost(host: SharedHost): string {
  return `${describeCpus(host)} ${describeMemory(host)}`
}

function describeCpus(host: SharedHost): string {
  const cpus = cpusOf(host)
  const busy = containerNames.filter((name) => host[name].isBusy)
  const [first, ...others] = busy
  if (first === undefined) return 'Nobody has work for the CPUs.'
  const unused = hostCpus - busy.reduce((sum, name) => sum + cpus[name], 0)
  const rest = unused > 0.005 ? `, and ${formatCpus(unused)} stay unused` : ''
  if (others.length === 0) {
    return `Only ${code(first)} has work: it gets ${formatCpus(cpus[first])} of ${hostCpus} CPUs${rest}.`
  }
  const portions = [
    `${code(first)} gets ${formatCpus(cpus[first])} of ${hostCpus} CPUs`,
    ...others.map((name) => `${code(name)} ${formatCpus(cpus[name])}`),
  ]
  const idle = containerNames.filter((name) => !host[name].isBusy)
  const who = idle.length === 0 ? 'All three are busy' : `${formatList(idle.map(code))} is idle`
  return `${who}: ${formatList(portions)}${rest}.`
}

function describeMemory(host: SharedHost): string {
  const memory = memoryOf(host)
  const killed = containerNames.filter((name) => memory[name].killed === 'own-limit')
  const kills = killed.map(
    (name) => `${code(name)} at its limit of ${formatToThreeDigits(memory[name].mebibytes)}`,
  )
  const victim = containerNames.find((name) => memory[name].killed === 'host-full')
  const own = kills.length > 0 ? `The kernel kills a process in ${formatList(kills)}` : undefined
  if (victim === undefined) {
    return own ? `${own}; the others notice nothing.` : 'There is enough memory for all of them.'
  }
  const limit = limitsOf(host.report).memoryMebibytes
  const before = limit === undefined ? '' : `, before it reaches its limit of ${formatToThreeDigits(limit)}`
  const full = `${code('report')} grows until the host’s memory is full${before}. The kernel then kills the host’s largest process, in ${code(victim)}.`
  return own ? `${own}. ${full}` : full
}

function code(name: string): string {
  return `\`${name}\``
}

type StateRow = [
  id: string,
  label: string,
  flags: Partial<Record<ContainerName, string>>,
  idle: ContainerName[],
]

const states: StateRow[] = [
  ['no-limits', 'No limits', {}, []],
  ['shares', 'Shares', { db: '--cpu-shares 2048' }, []],
  ['shares-idle', 'Shares, one idle', { db: '--cpu-shares 2048' }, ['db']],
  ['limits', 'Limits', { report: '--memory 256m --cpus 0.5' }, []],
  ['limits-alone', 'Limits, others idle', { report: '--memory 256m --cpus 0.5' }, ['web', 'db']],
  ['loose', 'Too high a limit', { report: '--memory 2g' }, []],
]

export const figureStates: FigureState<SharedHost>[] = states.map(([id, label, flags, idle]) => {
  const setupOf = (name: ContainerName) => ({ flags: flags[name] ?? '', isBusy: !idle.includes(name) })
  const value = { web: setupOf('web'), db: setupOf('db'), report: setupOf('report') }
  return { id, label, value, description: describeHost(value) }
})

/** The id of the state with exactly this setup; empty if the reader has changed it. */
export function stateIdOf(host: SharedHost): string {
  const isSame = (value: SharedHost) =>
    containerNames.every(
      (name) => value[name].flags === host[name].flags && value[name].isBusy === host[name].isBusy,
    )
  return figureStates.find(({ value }) => isSame(value))?.id ?? ''
}

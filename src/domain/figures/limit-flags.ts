import { parseDockerSize } from './docker-size.ts'

/**
 * The flags of `docker run` that limit CPU and memory, and the values that they set in the files of a cgroup (version
 * 2).
 */
export type Limits = {
  /** `cpu.weight`, which is 100 unless `--cpu-shares` is set. */
  weight: number
  /** The quota in `cpu.max`, as a number of CPUs; undefined for `max`. */
  cpus: number | undefined
  /** `memory.max` in MiB; undefined for `max`. */
  memoryMebibytes: number | undefined
}

export const hostCpus = 4
export const periodMicros = 100_000
const nanosPerCpu = 1e9

const mebibyte = 1024 ** 2
const pageBytes = 4096
/** The smallest limit that Docker accepts. */
const minMemoryBytes = 6 * mebibyte
const shareRange = { min: 2, max: 262_144 }
const defaultWeight = 100

/**
 * Converts CPU shares to a weight as runc does since 1.3.2: 2 shares are a weight of 1, 1024 are 100 and 262144 are
 * 10000, with a curve through these points. Values beyond the ends are clamped, and 0 means not set.
 */
export function weightOf(shares: number): number {
  if (shares === 0) return defaultWeight
  if (shares <= shareRange.min) return 1
  if (shares >= shareRange.max) return 10_000
  const log = Math.log2(shares)
  return Math.ceil(10 ** ((log * log + 125 * log) / 612 - 7 / 34))
}

/** The text of `cpu.max`: a quota and its period, in microseconds. Docker counts billionths of a CPU and rounds down. */
export function cpuMaxOf(cpus: number | undefined): string {
  if (cpus === undefined) return `max ${periodMicros}`
  return `${Math.floor((Math.round(cpus * nanosPerCpu) * periodMicros) / nanosPerCpu)} ${periodMicros}`
}

/** The contents of `memory.max`: the kernel counts whole pages. */
export function memoryMaxOf(mebibytes: number | undefined): string {
  if (mebibytes === undefined) return 'max'
  return String(Math.floor((mebibytes * mebibyte) / pageBytes) * pageBytes)
}

export const flagHint = '`--cpus 1.5`, `--cpu-shares 512`, `--memory 256m`'

/** The limits that the flags set, or the problem with the first flag that Docker would reject. */
export function parseLimitFlags(text: string): Limits | { problem: string } {
  const limits: Limits = { weight: defaultWeight, cpus: undefined, memoryMebibytes: undefined }
  const words = text.trim().split(/[\s=]+/)
  if (text.trim() === '') return limits
  for (let index = 0; index < words.length; index += 2) {
    const problem = setLimit(limits, words[index] ?? '', words[index + 1] ?? '')
    if (problem !== undefined) return { problem }
  }
  return limits
}

function setLimit(limits: Limits, flag: string, value: string): string | undefined {
  switch (flag) {
    case '--cpus': {
      const cpus = parseCpus(value)
      if (cpus === undefined) return `\`--cpus\` takes 0.01 to ${hostCpus} on this host.`
      limits.cpus = cpus === 0 ? undefined : cpus
      return undefined
    }
    case '-c':
    case '--cpu-shares': {
      const shares = parseShares(value)
      if (shares === undefined) return '`--cpu-shares` takes a whole number, such as `512`.'
      limits.weight = weightOf(shares)
      return undefined
    }
    case '-m':
    case '--memory': {
      const mebibytes = parseMemoryFlag(value)
      if (mebibytes === undefined) return '`--memory` takes a size such as `256m` or `1g`, 6 MiB or more.'
      limits.memoryMebibytes = mebibytes === 0 ? undefined : mebibytes
      return undefined
    }
    default:
      return `Enter ${flagHint}, any of them or none.`
  }
}

/** A number of CPUs; 0 means no limit. */
function parseCpus(text: string): number | undefined {
  const cpus = /^\d*\.?\d+$/.test(text) ? Number(text) : Number.NaN
  return cpus === 0 || (cpus >= 0.01 && cpus <= hostCpus) ? cpus : undefined
}

function parseShares(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined
}

/** Parses an amount of memory as Docker does, with binary units. A space would end it on a command line. */
export function parseMemorySize(text: string): number | undefined {
  return text.includes(' ') ? undefined : parseDockerSize(text, 1024)
}

/** The value of `--memory` in MiB, 0 for no limit; undefined if Docker would reject it. */
export function parseMemoryFlag(text: string): number | undefined {
  return parseMemorySize(text) === 0 ? 0 : parseMemory(text)
}

/** A memory limit in MiB; undefined if Docker would reject it or set none. */
export function parseMemory(text: string): number | undefined {
  const bytes = parseMemorySize(text)
  const isTaken = bytes !== undefined && bytes >= minMemoryBytes && bytes < 2 ** 50
  return isTaken ? bytes / mebibyte : undefined
}

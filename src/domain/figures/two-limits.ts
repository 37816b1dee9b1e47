import { createStateFactory, type FigureState } from './figure-state.ts'
import { parseMemory, parseMemorySize } from './limit-flags.ts'

/**
 * Plate 7.4: `dd` writes a file into a tmpfs with a size, in a container with a memory limit. Sizes are in MiB. The
 * outcomes of two states are recorded in the lesson (recording `two-limits`).
 */
export type TmpfsWrite = {
  /** The size of the tmpfs, as typed; without one, it is half of the host’s memory. */
  size: string
  /** The value of `--memory`, as typed. */
  memory: string
  /**
   * Whether the host has swap. Docker then allows a container as much swap as memory, unless `--memory-swap` is set.
   */
  hasSwap: boolean
  isStopped: boolean
}

export const hostMebibytes = 4096
export const fileMebibytes = 64
/** Approximately what the shell and `dd` need for themselves. */
export const programMebibytes = 2
const mebibyte = 1024 ** 2

export function sizeProblem(size: string): string | undefined {
  if (size.trim() === '') return undefined
  const bytes = parseMemorySize(size.trim())
  const isTaken = bytes !== undefined && bytes >= mebibyte && bytes <= hostMebibytes * mebibyte
  return isTaken ? undefined : 'Enter a size from `1m` to `4g`, or nothing for the default.'
}

export function memoryProblem(memory: string): string | undefined {
  const mebibytes = parseMemory(memory.trim())
  const isTaken = mebibytes !== undefined && mebibytes <= hostMebibytes
  return isTaken ? undefined : 'Enter a size from `6m`, the least that Docker takes, to `4g`.'
}

/** The two limits and the most that the container may swap, in MiB. */
export function limitsOf({ size, memory, hasSwap }: TmpfsWrite): {
  tmpfs: number
  memory: number
  swap: number
} {
  const bytes = parseMemorySize(size.trim())
  const memoryLimit = parseMemory(memory.trim()) ?? hostMebibytes
  return {
    tmpfs: bytes === undefined ? hostMebibytes / 2 : bytes / mebibyte,
    memory: memoryLimit,
    swap: hasSwap ? memoryLimit : 0,
  }
}

export type Outcome = 'written' | 'full' | 'killed' | 'stopped'

export type Usage = { outcome: Outcome; written: number; inMemory: number; inSwap: number }

/** How far `dd` gets: to the end of the file, or to the limit that is reached first. */
export function usageOf(write: TmpfsWrite): Usage {
  if (write.isStopped) return { outcome: 'stopped', written: 0, inMemory: 0, inSwap: 0 }
  const { tmpfs, memory, swap } = limitsOf(write)
  const room = memory + swap - programMebibytes
  const written = Math.min(fileMebibytes, tmpfs, room)
  const inMemory = Math.min(written, memory - programMebibytes)
  const outcome = written === fileMebibytes ? 'written' : tmpfs <= room ? 'full' : 'killed'
  return { outcome, written, inMemory, inSwap: written - inMemory }
}

/** One decimal below 10, none above: `1.5`, but `30`. */
export function formatCount(mebibytes: number): string {
  return String(Number(mebibytes.toFixed(mebibytes < 10 ? 1 : 0)))
}

export function formatInMebibytes(count: number): string {
  return `${formatCount(count)} MiB`
}

export function describeWrite(write: TmpfsWrite): string {
  const { outcome, written, inSwap } = usageOf(write)
  const limits = limitsOf(write)
  const swapped =
    inSwap > 0 ? ` At least ${formatInMebibytes(inSwap)} of it is in swap, on the host’s disk.` : ''
  switch (outcome) {
    case 'written':
      return `All ${fileMebibytes} MiB fit: into the tmpfs, and with the program into the container’s memory${inSwap > 0 ? ' and swap' : ''}.${swapped}`
    case 'full':
      return `The tmpfs is full at ${formatInMebibytes(limits.tmpfs)}: \`dd\` gets the error \`No space left on device\`, which a program can handle.${swapped}`
    case 'killed': {
      const swap = limits.swap > 0 ? ' and as much swap' : ''
      const tmpfsLimit =
        write.size.trim() === ''
          ? 'Without a size, the tmpfs may take half of the host’s 4 GiB'
          : `The tmpfs would take ${formatInMebibytes(limits.tmpfs)}`
      return `${tmpfsLimit}, but the container has only ${formatInMebibytes(limits.memory)}${swap}. At about ${formatInMebibytes(written)}, the OOM killer strikes, and \`dd\` exits with 137.`
    }
    case 'stopped':
      return 'The container is stopped: the tmpfs is unmounted, and the file is gone. Nothing guarantees that its memory, or its place in swap, is overwritten.'
    default:
      return outcome satisfies never
  }
}

const state = createStateFactory(describeWrite)
const recorded: TmpfsWrite = { size: '128m', memory: '32m', hasSwap: false, isStopped: false }

export const figureStates: FigureState<TmpfsWrite>[] = [
  state('killed', 'A size above the memory limit', recorded),
  state('full', 'A size below the memory limit', { ...recorded, size: '8m' }),
  state('default', 'No size', { ...recorded, size: '' }),
  state('written', 'Room in both', { ...recorded, memory: '128m' }),
  state('swap', 'With swap', { ...recorded, memory: '40m', hasSwap: true }),
  state('stopped', 'After a stop', { ...recorded, memory: '128m', isStopped: true }),
]

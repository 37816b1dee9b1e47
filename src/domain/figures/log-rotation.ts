import { createStateFactory, type FigureState } from './figure-state.ts'
import { formatSize } from './format-size.ts'
import { type LogDriver, type LogLimit, limitOf, parseRate } from './log-options.ts'

/**
 * Plate 8.1: how much of a container’s log is on the disk after some time, and how much has been deleted by rotation.
 */
export const periods = ['hour', 'day', 'week', 'year'] as const
export type Period = (typeof periods)[number]

/** The options and the rate, in MB per hour, are as typed. */
export type LogSetup = { driver: LogDriver; maxSize: string; maxFile: string; rate: string; period: Period }

const hoursIn = { hour: 1, day: 24, week: 168, year: 8766 } satisfies Record<Period, number>
export const diskBytes = 50e9

/** The sizes of the files, oldest first; the last one is being written. Compression of full files is ignored. */
export type LogOnDisk = {
  limit: LogLimit | undefined
  writtenBytes: number
  erasedBytes: number
  keptBytes: number
  files: number[]
}

/** A full file is rotated when the next line is written. The oldest file is deleted when there are too many. */
export function logOnDiskOf({ driver, maxSize, maxFile, rate, period }: LogSetup): LogOnDisk {
  const limit = limitOf(driver, maxSize, maxFile)
  const writtenBytes = rateOf(rate) * hoursIn[period]
  if (!limit) return { limit, writtenBytes, erasedBytes: 0, keptBytes: writtenBytes, files: [writtenBytes] }
  const moved = Math.ceil(writtenBytes / limit.fileBytes) - 1
  const full = Math.min(moved, limit.files - 1)
  const newest = writtenBytes - moved * limit.fileBytes
  const keptBytes = full * limit.fileBytes + newest
  const files = [...Array.from({ length: full }, () => limit.fileBytes), newest]
  return { limit, writtenBytes, erasedBytes: writtenBytes - keptBytes, keptBytes, files }
}

function rateOf(text: string): number {
  return parseRate(text) ?? 1
}

/** How many hours the log covers once it rotates: right after the oldest file is deleted, and right before. */
export function historyHours(limit: LogLimit, rate: string): { min: number; max: number } {
  const fileHours = limit.fileBytes / rateOf(rate)
  return { min: (limit.files - 1) * fileHours, max: limit.files * fileHours }
}

/** `40 min`, `4.4 h`, `12 days`, `3.1 years`. */
export function formatHours(hours: number): string {
  if (hours === 0) return '0'
  const [count, unit] =
    hours < 1
      ? [hours * 60, 'min']
      : hours < 48
        ? [hours, 'h']
        : hours < 730 * 24
          ? [hours / 24, 'days']
          : [hours / 8766, 'years']
  return `${count < 10 ? Number(count.toPrecision(2)) : Math.round(count)} ${unit}`
}

export function describeLog(setup: LogSetup): string {
  const { limit, writtenBytes, erasedBytes, keptBytes } = logOnDiskOf(setup)
  const written = formatSize(writtenBytes)
  const a = setup.period === 'hour' ? 'an' : 'a'
  if (!limit) {
    const fills = writtenBytes >= diskBytes ? ' That fills a disk of 50 GB.' : ''
    const alone = setup.maxFile === '' ? '' : ' `max-file` does nothing without `max-size`.'
    return `The log has no limit: after ${a} ${setup.period}, it is ${written}.${fills}${alone}`
  }
  const maxSize = formatSize(limit.files * limit.fileBytes)
  const files = limit.files === 1 ? 'One file' : `${limit.files} files`
  const compressed = setup.driver === 'local' ? ', less once full files are compressed' : ''
  const rule = `${files} of ${formatSize(limit.fileBytes)}: ${maxSize} at most${compressed}.`
  if (erasedBytes === 0) return `${rule} After ${a} ${setup.period}, all ${written} is still there.`
  const history = formatHours(keptBytes / rateOf(setup.rate))
  const empties = limit.files === 1 ? ' When the file is full, all of it goes.' : ''
  return `${rule} Of ${written} written in ${a} ${setup.period}, ${formatSize(keptBytes)} is left and reaches back ${history}.${empties}`
}

const endless: LogSetup = { driver: 'json-file', maxSize: '', maxFile: '', rate: '6', period: 'year' }

const state = createStateFactory(describeLog)

export const figureStates: FigureState<LogSetup>[] = [
  state('endless', '`json-file`', endless),
  state('files-alone', '`max-file` alone', { ...endless, maxFile: '3' }),
  state('one-file', '`max-size` alone', { ...endless, maxSize: '10m' }),
  state('local', '`local`', { ...endless, driver: 'local' }),
  state('limited', '`local`, 3 × 10m', { ...endless, driver: 'local', maxSize: '10m', maxFile: '3' }),
]

/** The id of the state with exactly this setup; empty if there is none. */
export function stateIdOf(setup: LogSetup): string {
  const wanted = JSON.stringify(setup)
  return figureStates.find(({ value }) => JSON.stringify(value) === wanted)?.id ?? ''
}

import { parseDockerSize } from './docker-size.ts'

/** The options that limit a container’s log, parsed as Docker does: units are decimal, so `10m` is 10,000,000 bytes. */
export const logDrivers = ['json-file', 'local'] as const
export type LogDriver = (typeof logDrivers)[number]

export type LogLimit = { fileBytes: number; files: number }

/** The driver uses 20 MiB, which Docker’s documentation and the lesson call 20 MB. */
const localDefault: LogLimit = { fileBytes: 20_000_000, files: 5 }

function parseLogSize(text: string): number | undefined {
  const bytes = Math.floor(parseDockerSize(text, 1000) ?? 0)
  return bytes > 0 ? bytes : undefined
}

export function maxSizeProblem(text: string): string | undefined {
  if (text === '' || parseLogSize(text) !== undefined) return undefined
  return 'Enter a size above zero, such as `10m` or `1g`, or leave the field empty.'
}

/** `local` compresses full files, and does not accept a limit of one file. */
export function maxFileProblem(text: string, driver: LogDriver): string | undefined {
  const minFiles = driver === 'local' ? 2 : 1
  if (text === '' || (/^\d{1,4}$/.test(text) && Number(text) >= minFiles)) return undefined
  return `Enter a whole number, ${minFiles} or more, or leave the field empty.`
}

export function rateProblem(text: string): string | undefined {
  return parseRate(text) === undefined ? 'Enter a number above zero and up to 100000.' : undefined
}

/** Converts MB per hour, as typed, to bytes per hour. */
export function parseRate(text: string): number | undefined {
  const rate = /^\d{1,6}(\.\d{1,3})?$/.test(text) ? Number(text) : 0
  return rate > 0 && rate <= 100_000 ? rate * 1e6 : undefined
}

/** Undefined for `json-file` without `max-size`, whatever `max-file` is. */
export function limitOf(driver: LogDriver, maxSize: string, maxFile: string): LogLimit | undefined {
  const fileBytes = parseLogSize(maxSize) ?? (driver === 'local' ? localDefault.fileBytes : undefined)
  if (fileBytes === undefined) return undefined
  return { fileBytes, files: Number(maxFile) || (driver === 'local' ? localDefault.files : 1) }
}

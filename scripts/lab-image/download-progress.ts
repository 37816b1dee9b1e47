import type { ImageProgress } from '#domain/lab/image-progress.ts'

/** The number of bytes and the time, in milliseconds, when the download started. */
export type DownloadStart = { loaded: number; at: number }

/** The progress of a download. There is no estimate of the remaining time while next to nothing has arrived. */
export function downloadProgress(
  start: DownloadStart,
  { loaded, total, at }: DownloadStart & { total: number | undefined },
): NonNullable<ImageProgress> {
  const step = { state: 'preparing', step: 'Downloading the labs’ machine', number: 1, count: 1 } as const
  if (total === undefined) return { ...step, fraction: 0 }
  const progress = { ...step, fraction: Math.min(1, loaded / total) }
  const [arrived, seconds] = [loaded - start.loaded, (at - start.at) / 1000]
  if (arrived <= 0 || seconds < 2) return progress
  return { ...progress, secondsLeft: Math.round((Math.max(0, total - loaded) / arrived) * seconds) }
}

import { formatTimeRemaining } from '#domain/lab/format-time-remaining.ts'

/** The starting point for measuring a download's speed. Times are in milliseconds, `loaded` in bytes. */
type DownloadStart = { at: number; loaded: number; firstByteAt: number | undefined }

/** Milliseconds within which parts from an earlier download are counted. */
const cachedPartsWindowMillis = 1000

/**
 * Parts that are already stored are counted first and all at once, which would look like a very fast download. So
 * measuring starts a second after the first part was counted.
 */
export function downloadStart(before: DownloadStart | undefined, at: number, loaded: number): DownloadStart {
  if (!before) return { at, loaded, firstByteAt: loaded > 0 ? at : undefined }
  const { firstByteAt = at } = before
  if (loaded === before.loaded || at - firstByteAt > cachedPartsWindowMillis) return before
  return { at, loaded, firstByteAt }
}

/** `about 20 s left`; empty while there is too little to estimate from. */
export function estimateTimeRemaining(loaded: number, total: number, elapsedMillis: number): string {
  if (loaded <= 0 || elapsedMillis < 1500) return ''
  return formatTimeRemaining(((total - loaded) / loaded) * (elapsedMillis / 1000))
}

/** From where the speed of a download is told. `firstByteAt`: when the first of it was counted. */
type DownloadStart = { at: number; loaded: number; firstByteAt: number | undefined }

/** Milliseconds within which what an earlier download left here has been counted. */
const cachedPartsWindowMillis = 1000

/**
 * Parts that are kept already are counted first, and at once: as speed they would promise an end in seconds. So
 * the start moves along with what is counted until a second after the first of it.
 */
export function downloadStart(before: DownloadStart | undefined, at: number, loaded: number): DownloadStart {
  if (!before) return { at, loaded, firstByteAt: loaded > 0 ? at : undefined }
  const { firstByteAt = at } = before
  if (loaded === before.loaded || at - firstByteAt > cachedPartsWindowMillis) return before
  return { at, loaded, firstByteAt }
}

/** `about 20 s left`, or nothing while there is too little to tell from. */
export function estimateTimeRemaining(loaded: number, total: number, passedMs: number): string {
  if (loaded <= 0 || passedMs < 1500) return ''
  const seconds = Math.ceil(((total - loaded) / loaded) * (passedMs / 1000))
  return seconds > 90 ? `about ${Math.round(seconds / 60)} min left` : `about ${seconds} s left`
}

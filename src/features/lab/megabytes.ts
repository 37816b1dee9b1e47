/** `48 MB`, from bytes; small sizes with a digit after the point. */
export function megabytes(bytes: number): string {
  const count = bytes / 1_000_000
  return `${count < 10 ? count.toFixed(1) : Math.round(count)} MB`
}

/** `about 20 s left`, or nothing while there is too little to tell from. */
export function timeLeft(loaded: number, total: number, passedMs: number): string {
  if (loaded <= 0 || passedMs < 1500) return ''
  const seconds = Math.ceil(((total - loaded) / loaded) * (passedMs / 1000))
  return seconds > 90 ? `about ${Math.round(seconds / 60)} min left` : `about ${seconds} s left`
}

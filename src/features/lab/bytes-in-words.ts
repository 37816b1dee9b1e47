/** `48 MB` or `1.1 GB`, from bytes; small numbers with a digit after the point. */
export function bytesInWords(bytes: number): string {
  const isHuge = bytes >= 1_000_000_000
  const count = bytes / (isHuge ? 1_000_000_000 : 1_000_000)
  return `${count < 10 ? count.toFixed(1) : Math.round(count)} ${isHuge ? 'GB' : 'MB'}`
}

/** `about 20 s left`, or nothing while there is too little to tell from. */
export function timeLeft(loaded: number, total: number, passedMs: number): string {
  if (loaded <= 0 || passedMs < 1500) return ''
  const seconds = Math.ceil(((total - loaded) / loaded) * (passedMs / 1000))
  return seconds > 90 ? `about ${Math.round(seconds / 60)} min left` : `about ${seconds} s left`
}

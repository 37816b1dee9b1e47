/** `about 20 s left`, or nothing while there is too little to tell from. */
export function timeLeft(loaded: number, total: number, passedMs: number): string {
  if (loaded <= 0 || passedMs < 1500) return ''
  const seconds = Math.ceil(((total - loaded) / loaded) * (passedMs / 1000))
  return seconds > 90 ? `about ${Math.round(seconds / 60)} min left` : `about ${seconds} s left`
}

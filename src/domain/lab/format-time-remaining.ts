/** `about 20 s left`, or in minutes from a minute and a half on. */
export function formatTimeRemaining(seconds: number): string {
  return seconds > 90 ? `about ${Math.round(seconds / 60)} min left` : `about ${Math.ceil(seconds)} s left`
}

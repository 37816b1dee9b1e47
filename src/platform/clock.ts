/** Milliseconds since 1970. A clock set before that reads as 1970: no stored time is negative. */
export function now(): number {
  return Math.max(0, Date.now())
}

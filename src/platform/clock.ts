/** Milliseconds since 1970. A clock set to an earlier date counts as 1970, so that no stored time is negative. */
export function now(): number {
  return Math.max(0, Date.now())
}

/**
 * An item's points (0 to 1) in whole hundredths: everything that adds up, shows or compares points counts in
 * them, so that a page, a result file and a class table agree. Rounding never makes a full point of less, nor
 * nothing of something.
 */
export function toHundredths(score: number): number {
  if (score >= 1) return 100
  if (!(score > 0)) return 0
  return Math.min(99, Math.max(1, Math.round(score * 100)))
}

/**
 * `part` of `whole` in whole percent, rounded down: 69.6 % is not yet 70 %, so the percentage shown reaches a
 * pass mark exactly when the result passes. Both are whole numbers, so nothing is lost in the division.
 */
export function toPercent(part: number, whole: number): number {
  return whole > 0 ? Math.floor((100 * part) / whole) : 0
}

/**
 * An item's score (0 to 1) in whole hundredths. Everything that adds, shows or compares scores uses them, so that pages,
 * result files and grade tables agree. A partial score never rounds to 0 or 1.
 */
export function toHundredths(score: number): number {
  if (score >= 1) return 100
  if (!(score > 0)) return 0
  return Math.min(99, Math.max(1, Math.round(score * 100)))
}

/**
 * `part` of `whole` in whole percent, rounded down: 69.6% is shown as 69%, so the percentage reaches a pass mark exactly
 * when the result passes. Both are whole numbers, so the division is exact enough.
 */
export function toPercent(part: number, whole: number): number {
  return whole > 0 ? Math.floor((100 * part) / whole) : 0
}

/** Newest first. With equal timestamps the key decides, so that every device keeps the same entries. */
export function compareEntries<E extends { at: number }>(
  [nameA, a]: [string, E],
  [nameB, b]: [string, E],
): number {
  return b.at - a.at || (nameA < nameB ? -1 : 1)
}

/**
 * The most recent entries; the same object if there are not too many. Every device can do this by itself: only an entry's
 * timestamp counts, and merging never makes it earlier, so an entry dropped here would be dropped after any merge.
 */
export function latestEntries<E extends { at: number }>(
  record: Record<string, E>,
  maxCount: number,
): Record<string, E> {
  const entries = Object.entries(record)
  if (entries.length <= maxCount) return record
  return Object.fromEntries(entries.sort(compareEntries).slice(0, maxCount))
}

/** Of two entries touched in one moment the name decides, so that every device keeps the same. */
export function compareEntries<E extends { at: number }>(
  [nameA, a]: [string, E],
  [nameB, b]: [string, E],
): number {
  return b.at - a.at || (nameA < nameB ? -1 : 1)
}

/**
 * The entries touched last; the very object while there are not too many. What makes this safe to do on every
 * device by itself: only the time of an entry counts, and merging never makes it earlier, so an entry that is
 * left out here would be left out after any merge as well.
 */
export function latestEntries<E extends { at: number }>(
  record: Record<string, E>,
  maxCount: number,
): Record<string, E> {
  const entries = Object.entries(record)
  if (entries.length <= maxCount) return record
  return Object.fromEntries(entries.sort(compareEntries).slice(0, maxCount))
}

/** The list with one element inserted or moved to a zero-based position, clamped to the list. */
export function insertAt<T>(list: readonly T[], element: T, index: number): T[] {
  const others = list.filter((other) => other !== element)
  const to = Math.max(0, Math.min(others.length, index))
  return [...others.slice(0, to), element, ...others.slice(to)]
}

/** The list with one element moved by a number of positions, clamped to the list. */
export function moveBy<T>(list: readonly T[], element: T, by: number): T[] {
  const from = list.indexOf(element)
  return from < 0 ? [...list] : insertAt(list, element, from + by)
}

/** The list with one element at this place from 0, at most at an end, whether it was in the list or not. */
export function insertAt<T>(list: readonly T[], element: T, place: number): T[] {
  const others = list.filter((other) => other !== element)
  const to = Math.max(0, Math.min(others.length, place))
  return [...others.slice(0, to), element, ...others.slice(to)]
}

/** The list with one of its elements moved by so many places, at most to an end. */
export function moveBy<T>(list: readonly T[], element: T, by: number): T[] {
  const from = list.indexOf(element)
  return from < 0 ? [...list] : insertAt(list, element, from + by)
}

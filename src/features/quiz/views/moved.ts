/** The list with one element moved by so many places, at most to an end. */
export function moved<T>(list: readonly T[], element: T, by: number): T[] {
  const from = list.indexOf(element)
  const to = Math.max(0, Math.min(list.length - 1, from + by))
  const others = list.filter((_, index) => index !== from)
  return from < 0 ? [...list] : [...others.slice(0, to), element, ...others.slice(to)]
}

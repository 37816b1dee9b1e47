/** The longest sublist of `list` whose elements are in the same sequence in `target`, gaps allowed. */
export function longestCommonSubsequence<T>(
  list: readonly T[],
  target: readonly T[],
  areEqual: (a: T, b: T) => boolean,
): T[] {
  // best[j]: the longest common subsequence of the elements so far and the first j elements of the target.
  let best: T[][] = Array.from({ length: target.length + 1 }, () => [])
  for (const element of list) {
    const next: T[][] = [[]]
    target.forEach((wanted, index) => {
      const shorter = best[index] ?? []
      const withoutElement = longer(best[index + 1] ?? [], next[index] ?? [])
      next.push(areEqual(element, wanted) ? longer([...shorter, element], withoutElement) : withoutElement)
    })
    best = next
  }
  return best[target.length] ?? []
}

function longer<T>(a: T[], b: T[]): T[] {
  return b.length > a.length ? b : a
}

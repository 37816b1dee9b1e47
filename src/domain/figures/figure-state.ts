/** One state of a figure in words: what its control calls it, and the sentence that says what it shows. */
export type FigureState = { label: string; description: string }

/** `a`, `a and b`, `a, b and c`. */
export function formatList(words: readonly string[], join = 'and'): string {
  const last = words.at(-1)
  if (last === undefined) return ''
  return words.length === 1 ? last : `${words.slice(0, -1).join(', ')} ${join} ${last}`
}

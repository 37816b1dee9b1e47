/**
 * A state that a lesson can name by its id, what its control calls it, the description of what the figure then
 * shows, and the value that the model makes of it.
 */
export type FigureState<Value = unknown> = { id: string; label: string; description: string; value: Value }

/** Makes states whose description the model derives from their value. */
export function createStateMaker<Value>(describeState: (value: Value) => string) {
  return (id: string, label: string, value: Value): FigureState<Value> => ({
    id,
    label,
    description: describeState(value),
    value,
  })
}

/** `a`, `a and b`, `a, b and c`. */
export function formatList(words: readonly string[], join = 'and'): string {
  const last = words.at(-1)
  if (last === undefined) return ''
  return words.length === 1 ? last : `${words.slice(0, -1).join(', ')} ${join} ${last}`
}

/** A label as a control shows it, where nothing is set as code. */
export function controlText(label: string): string {
  return label.replaceAll('`', '')
}

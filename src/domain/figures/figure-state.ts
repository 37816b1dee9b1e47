/**
 * A state that a lesson refers to by its id: the label of its control, the description of what the figure then shows,
 * and the value from which it is drawn.
 */
export type FigureState<Value = unknown> = { id: string; label: string; description: string; value: Value }

/** Creates a function that makes states, with descriptions derived from their values. */
export function createStateFactory<Value>(describeState: (value: Value) => string) {
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

/** A label as plain text, because a control cannot mark code. */
export function controlText(label: string): string {
  return label.replaceAll('`', '')
}

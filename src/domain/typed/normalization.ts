/** A replacement that makes typed text comparable, and its description for the learner. */
export type Normalization = {
  /** Follows "Read as …:", such as "with straight quotes". Empty for a change that nobody can see. */
  description: string
  apply: (text: string) => string
}

export type NormalizationResult = { text: string; changes: string[] }

/** The text after all normalizations in order, and the descriptions of those that changed it. */
export function applyNormalizations(
  from: NormalizationResult,
  normalizations: readonly Normalization[],
): NormalizationResult {
  let { text } = from
  const changes = new Set(from.changes)
  for (const { description, apply } of normalizations) {
    const next = apply(text)
    if (next !== text && description) changes.add(description)
    text = next
  }
  return { text, changes: [...changes] }
}

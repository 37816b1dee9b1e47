import * as v from 'valibot'

/**
 * Characters that could make a line look like something else: control characters, line breaks, halves of
 * a character, and the marks that turn the direction of writing. Titles and names come from strangers.
 */
const disallowedCharacters = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u

/** One line of text from outside, shown as text only. */
// @__NO_SIDE_EFFECTS__
export function singleLineSchema(limit: number) {
  return v.pipe(
    v.string(),
    v.maxLength(limit, `at most ${limit} characters`),
    v.check((text) => text.trim() === text && text !== '', 'text without space around it'),
    v.check((text) => !disallowedCharacters.test(text), 'text without control characters'),
  )
}

/** The line that `singleLineSchema` takes, of whatever was typed; empty when nothing is left. */
export function toSingleLine(typed: string, limit: number): string {
  const cleaned = typed
    .replace(new RegExp(disallowedCharacters.source, 'gu'), ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return cleaned
    .slice(0, limit)
    .replace(/\p{Cs}$/u, '')
    .trim()
}

import * as v from 'valibot'

/**
 * Characters that could disguise a text: control characters, line breaks, unpaired surrogates and direction marks. Titles
 * and names are untrusted input.
 */
const disallowedCharacters = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u

/** One line of untrusted text, which is only ever shown as text. */
// @__NO_SIDE_EFFECTS__
export function singleLineSchema(limit: number) {
  return v.pipe(
    v.string(),
    v.maxLength(limit, `at most ${limit} characters`),
    v.check((text) => text.trim() === text && text !== '', 'text without space around it'),
    v.check((text) => !disallowedCharacters.test(text), 'text without control characters'),
  )
}

/** Turns typed text into a line that `singleLineSchema` accepts, or into an empty one if nothing is left. */
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

import * as v from 'valibot'

/** The longest short note: what fits two lines of a summary table and one look. */
export const summaryMaxLength = 180

/** Plain text of one paragraph. Backticks mark code; nothing else is marked up. */
// @__NO_SIDE_EFFECTS__
export function boundedText(limit = 600) {
  return v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1, 'some text'),
    v.maxLength(limit, `at most ${limit} characters`),
  )
}

export const webAddress = v.pipe(
  v.string(),
  v.url('a full address starting with https://'),
  v.startsWith('https://', 'https://'),
)

/** A day as authors write it. YAML may hand over a date object only when quoted text is missing; text it is. */
export const isoDate = v.pipe(v.string(), v.isoDate('a day as YYYY-MM-DD'))

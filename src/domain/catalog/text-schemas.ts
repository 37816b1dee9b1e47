import * as v from 'valibot'

/** The most characters of a synopsis: it fits on two lines of a summary table. */
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

/** A date as authors write it. In YAML 1.2, an unquoted date is a string too. */
export const isoDate = v.pipe(v.string(), v.isoDate('a day as YYYY-MM-DD'))

/**
 * Splits a command so that each option can be kept on one line; browsers break after a hyphen, which would split
 * `--rm`. Every second piece, starting with the second, is an option: `docker run --rm web` becomes `docker run `,
 * `--rm`, ` web`. An option that is too long for a line on a phone, such as `--certificate-identity-regexp`, is not
 * separated.
 */
export function splitAtOptions(text: string): string[] {
  return text.split(/((?<!\S)--?\w[\w-]{0,24}(?![\w-]))/)
}

/**
 * Splits a command so that each option can be kept on one line; browsers break after a hyphen, which would split
 * `--rm`. Every second piece, starting with the second, is an option's name: `docker run --rm web` is `docker run `,
 * `--rm`, ` web`. One too long for a phone's line, such as `--certificate-identity-regexp`, may break.
 */
export function splitAtOptions(text: string): string[] {
  return text.split(/((?<!\S)--?\w[\w-]{0,24}(?![\w-]))/)
}

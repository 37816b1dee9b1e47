/**
 * The text of a command, cut so that its options can be kept on one line: a browser breaks after each hyphen, which
 * tears `--rm` apart. Every second piece, from the second on, is an option's name: `docker run --rm web` is
 * `docker run `, `--rm`, ` web`. One too long for a phone's line, such as `--certificate-identity-regexp`, may break.
 */
export function splitAtOptions(text: string): string[] {
  return text.split(/((?<!\S)--?\w[\w-]{0,24}(?![\w-]))/)
}

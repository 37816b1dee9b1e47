/**
 * The text of a command, cut so that its options can be kept on one line: a browser breaks after each hyphen, which
 * tears `--rm` apart. Every second piece, from the second on, is an option's name: `docker run --rm web` is
 * `docker run `, `--rm`, ` web`.
 */
export function cutAtOptions(text: string): string[] {
  return text.split(/((?<!\S)--?\w[\w-]*)/)
}

/** Quotes a text as one word for bash. */
export function quoteShellArgument(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

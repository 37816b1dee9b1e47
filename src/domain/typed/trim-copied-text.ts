/**
 * Text as it goes to the clipboard. A line break at its end would run the last command as soon as it is pasted into a
 * terminal; no-break spaces and zero-width characters would be part of a word there.
 */
export function trimCopiedText(text: string): string {
  return text
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/^\n+|\s+$/g, '')
}

/**
 * Prepares text for the clipboard. A final line break would run the last command as soon as it is pasted into a terminal;
 * no-break and zero-width spaces would become part of a word there.
 */
export function trimCopiedText(text: string): string {
  return text
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/^\n+|\s+$/g, '')
}

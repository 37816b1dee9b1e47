/** Dashes that stand for the hyphen on the keyboard; en and em dash can stand for two: see `envelope.ts`. */
const hyphens = /[\u02d7\u2010-\u2012\u2043\u2212]/g
const longDashes = /[\u2015\u2e3a\u2e3b]/g

/**
 * Undoes what mail, chat and word processors do to a text: full-width letters and ligatures become plain ones, invisible
 * characters (soft hyphens, zero-width spaces, direction marks, control characters) are removed, whitespace becomes one
 * space, and a line break becomes `\n` without the marks of a quoted email.
 */
export function normalizePastedText(text: string): string {
  return (
    text
      // Accents first: NFKC sorts them, which is slow for a long run of them.
      .replace(/(?:[\p{Default_Ignorable_Code_Point}\p{M}]|(?![\s\u0085])\p{Cc})+/gu, '')
      .normalize('NFKC')
      .replace(hyphens, '-')
      .replace(longDashes, '—')
      // `=` before a line break marks a soft break in quoted-printable emails; text tables have a border there.
      .replace(/\u0085/g, '\n')
      .replace(/(?:=|[^\S\n]*[|\u2502])?[^\S\n]*\n[\s>|\u2502]*|\s+/g, (gap) =>
        gap.includes('\n') ? '\n' : ' ',
      )
  )
}

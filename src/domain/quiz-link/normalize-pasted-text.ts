/** Dashes that stand for the hyphen on the keyboard; en and em dash can stand for two: see `envelope.ts`. */
const hyphens = /[\u02d7\u2010-\u2012\u2043\u2212]/g
const longDashes = /[\u2015\u2e3a\u2e3b]/g

/**
 * A text as it was before mail, chat or a word processor set it: full-width letters and ligatures as plain ones,
 * without invisible characters (soft hyphens, zero-width spaces, marks of direction, control characters), all kinds of space as one
 * space, and a line break as `\n` without the marks of a quoted mail around it.
 */
export function normalizePastedText(text: string): string {
  return (
    text
      // Accents first: sorting a long row of them, as normalizing does, takes ever longer.
      .replace(/(?:[\p{Default_Ignorable_Code_Point}\p{M}]|(?![\s\u0085])\p{Cc})+/gu, '')
      .normalize('NFKC')
      .replace(hyphens, '-')
      .replace(longDashes, '—')
      // `=` before a line break is how mails encode one that is not meant.
      .replace(/\u0085/g, '\n')
      .replace(/=?[^\S\n]*\n[\s>|]*|\s+/g, (gap) => (gap.includes('\n') ? '\n' : ' '))
  )
}

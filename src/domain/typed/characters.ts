import { type Rewriting, rewritten } from './rewriting.ts'

/** The zeros of the digits that keyboards for Arabic, Persian, Urdu and Hindi type. */
const zeros = ['\u0660', '\u06f0', '\u0966']
const digit = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g

/**
 * What keyboards, input methods, word processors and web pages put in place of the characters that a shell and a
 * search know. Long dashes are left: whether one stands for one hyphen or two depends on where it stands.
 */
export const characterRewritings: readonly Rewriting[] = [
  { says: '', rewrite: (text) => text.normalize('NFC').replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n') },
  {
    says: 'without invisible characters',
    // Zero-width characters, soft hyphens, marks that turn the direction of writing, and control characters.
    rewrite: (text) => text.replace(/\p{Default_Ignorable_Code_Point}|(?![\t\n])\p{Cc}/gu, ''),
  },
  { says: 'with plain spaces', rewrite: (text) => text.replace(/(?! )\p{Zs}|\u2800/gu, ' ') },
  {
    says: 'with straight quotes',
    // An acute accent too: compatibility forms would make it a space and a combining mark.
    rewrite: (text) =>
      text
        .replace(/[\u2018-\u201b\u2032\u2039\u203a\u00b4\u02b9\u02bc\uff07]/g, "'")
        .replace(/[\u201c-\u201f\u2033\u00ab\u00bb\u301d-\u301f\uff02]/g, '"'),
  },
  { says: 'with three periods for the ellipsis', rewrite: (text) => text.replace(/\u2026/g, '...') },
  { says: 'with plain hyphens', rewrite: withPlainHyphens },
  { says: 'with plain characters', rewrite: withPlainForms },
]

/** Hyphens of other scripts and the minus sign. The Katakana long-vowel mark sits on the hyphen key of Japanese keyboards. */
function withPlainHyphens(text: string): string {
  return text
    .replace(/[\u2010\u2011\u2043\u2212\u02d7\u058a\u05be\ufe63\uff0d]/g, '-')
    .replace(/(?<![\p{Script=Hiragana}\p{Script=Katakana}])[\u30fc\uff70]/gu, '-')
}

/** Full-width forms, ligatures and other compatibility forms; digits of other scripts; the ideographic full stop. */
function withPlainForms(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\u3002/g, '.')
    .replace(/\u301c/g, '~')
    .replace(digit, (char) => {
      const zero = zeros.findLast((candidate) => candidate <= char) ?? '0'
      return String(char.charCodeAt(0) - zero.charCodeAt(0))
    })
}

/** Options of two or three letters that `withHyphens` would otherwise take for letters behind one hyphen. */
const shortNames = new Set(['rm', 'all', 'dns', 'env', 'ipc', 'net', 'pid', 'tag', 'uts'])

/**
 * Long dashes made hyphens. At the start of a word a dash before several letters stands for two: phones turn `--rm`
 * into a dash and `rm`. Where `keepsClusters` holds, two or three letters are taken for options of one letter each
 * (`-it`), unless an option of that name is known.
 */
export function withHyphens(text: string, keepsClusters = false): string {
  return text
    .replace(
      /(?<![^\s'"(`])[-\u2012-\u2015]*[\u2012-\u2015][-\u2012-\u2015]*(\p{L}*)/gu,
      (run, word: string) => {
        const dashes = run.slice(0, run.length - word.length)
        if (word === '') return dashes === '\u2014' ? '--' : '-'.repeat(dashes.length)
        const isCluster = keepsClusters && word.length < 4 && !shortNames.has(word)
        const isOne = dashes.length === 1 && (word.length === 1 || isCluster)
        return `${isOne ? '-' : '--'}${word}`
      },
    )
    .replace(/[\u2012-\u2015]/g, '-')
}

/** One plain spelling of what was typed or pasted, on one line: for search and filters. */
export function plainText(text: string): string {
  return withHyphens(rewritten({ text, changes: [] }, characterRewritings).text)
    .replace(/\s+/g, ' ')
    .trim()
}

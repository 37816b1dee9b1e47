import { applyNormalizations, type Normalization } from './normalization.ts'

/** Mathematical signs and letters of other scripts that keyboards and PDFs use instead of these characters. */
const lookalikes: readonly [RegExp, string][] = [
  [/[\u02d0\u2236\ua789]/g, ':'],
  [/[\u2044\u2215]/g, '/'],
  [/\u2217/g, '*'],
  [/\u2223/g, '|'],
  [/[\u223c\u301c]/g, '~'],
  [/[\u060c\u3001]/g, ','],
  [/\u061b/g, ';'],
  [/\u066b/g, '.'],
  // A Chinese keyboard has it on the key of the dollar sign. Between directories of Windows, it is a Japanese backslash.
  [/(?<![\w:\\])\u00a5(?=[A-Za-z_({])/g, '$'],
  // The dotless i and the dotted I of Turkish keyboards, with which phones capitalize the first letter.
  [/\u0131/g, 'i'],
  [/\u0130/g, 'I'],
]

/** Control sequences of terminals for pasted text and colors. */
const terminalCodes = /(?![\t\n])\p{Cc}\[[\d;?]*[A-Za-z~]|\^\[\[20[01]~/gu

/**
 * Restores the plain characters that keyboards, input methods, word processors and web pages replace. Long dashes are
 * left, because whether one stands for one hyphen or two depends on its position.
 */
export const characterNormalizations: readonly Normalization[] = [
  { description: '', apply: (text) => text.normalize('NFC').replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n') },
  {
    description: 'without invisible characters',
    // Zero-width characters, soft hyphens, marks that turn the direction of writing, and control characters.
    apply: (text) =>
      text.replace(terminalCodes, '').replace(/\p{Default_Ignorable_Code_Point}|(?![\t\n])\p{Cc}/gu, ''),
  },
  { description: 'with plain spaces', apply: (text) => text.replace(/(?! )\p{Zs}|\u2800/gu, ' ') },
  {
    description: 'with straight quotes',
    apply: straightenQuotes,
  },
  { description: 'with three periods for the ellipsis', apply: (text) => text.replace(/\u2026/g, '...') },
  { description: 'with plain hyphens', apply: replaceUnicodeHyphens },
  { description: 'with plain characters', apply: replaceCompatibilityForms },
]

/** An acute accent too: compatibility forms would make it a space and a combining mark. */
function straightenQuotes(text: string): string {
  return text
    .replace(/[\u2018-\u201b\u2032\u2039\u203a\u00b4\u02b9\u02bc\u05f3\uff07]/g, "'")
    .replace(/[\u201c-\u201f\u2033\u00ab\u00bb\u05f4\u301d-\u301f\uff02]/g, '"')
}

/**
 * Hyphens of other scripts and the minus sign. The Katakana long-vowel mark is on the hyphen key of Japanese keyboards.
 */
function replaceUnicodeHyphens(text: string): string {
  return text
    .replace(/[\u2010\u2011\u2043\u2212\u02d7\u058a\u05be\ufe63\uff0d]/g, '-')
    .replace(/(?<![\p{Script=Hiragana}\p{Script=Katakana}])[\u30fc\uff70]/gu, '-')
}

/** Full-width forms, ligatures and other compatibility forms; digits and full stops of other scripts. */
function replaceCompatibilityForms(text: string): string {
  // The small tilde first: compatibility forms would make it a space and a combining mark.
  const compatible = text.replace(/\u02dc/g, '~').normalize('NFKC')
  // A superscript minus becomes a minus sign only now, and a triple prime three primes.
  const plain = replaceUnicodeHyphens(straightenQuotes(compatible))
  return lookalikes
    .reduce((each, [pattern, by]) => each.replace(pattern, by), plain)
    .normalize('NFC')
    .replace(/[\u0589\u06d4\u0964\u3002]/g, '.')
    .replace(/(?!\d)\p{Nd}/gu, digitOf)
}

/** In every script the ten digits are consecutive code points. */
function digitOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  let value = 0
  while (/\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++
  return String(value % 10)
}

/** Options of two or three letters that `replaceDashes` would otherwise treat as a cluster of single-letter options. */
const shortNames = new Set(['rm', 'all', 'dns', 'env', 'ipc', 'net', 'pid', 'tag', 'uts'])

/**
 * Replaces long dashes with hyphens. At the start of a word, a dash before several letters becomes two, because phones turn
 * `--rm` into a dash and `rm`. With `keepsClusters`, two or three letters are treated as single-letter options (`-it`),
 * unless an option has that name.
 */
export function replaceDashes(text: string, keepsClusters = false): string {
  return text
    .replace(
      /(?<![^\s'"(`])[-\u2012-\u2015]*[\u2012-\u2015][-\u2012-\u2015]*(\p{L}*)/gu,
      (dashRun, word: string) => {
        const dashes = dashRun.slice(0, dashRun.length - word.length)
        if (word === '') return dashes === '\u2014' ? '--' : '-'.repeat(dashes.length)
        const isCluster = keepsClusters && word.length < 4 && !shortNames.has(word)
        const isOne = dashes.length === 1 && (word.length === 1 || isCluster)
        return `${isOne ? '-' : '--'}${word}`
      },
    )
    .replace(/[\u2012-\u2015]/g, '-')
}

/** One plain spelling of what was typed or pasted, on one line: for search and filters. */
export function normalizeText(text: string): string {
  return replaceDashes(applyNormalizations({ text, changes: [] }, characterNormalizations).text)
    .replace(/\s+/g, ' ')
    .trim()
}

/** A word of a text and its range: `text.slice(start, end)` is its spelling. */
export type Token = { term: string; start: number; end: number }

/** Words that are in nearly every text. */
const stopWords = new Set(
  'a an and are as at be but by can do does for from had has have how i if in into is it its of on or so than that the their them then there these they this to was what when where which who why will with you your'.split(
    ' ',
  ),
)

/** Letters, digits, and the punctuation of paths, flags, addresses and image names. */
const word = /[\p{L}\p{N}./_:@+~-]+/gu

/** Longer words are digests and keys, which nobody types; they would only enlarge the index. */
const maxTermLength = 40

/**
 * The terms of a text, in lower case. A word that punctuation holds together (`--memory`,
 * `multi-stage`, `/sys/fs/cgroup/memory.max`) is a term as a whole, which comes first, and so are its parts; an address
 * such as `127.0.0.11` or `8080:80` stays whole, since its parts say nothing.
 */
export function tokenize(text: string): Token[] {
  return [...text.matchAll(word)].flatMap((match) => tokenizeWord(match[0], match.index))
}

export function termsOf(text: string): string[] {
  return tokenize(text).map(({ term }) => term)
}

function tokenizeWord(written: string, at: number): Token[] {
  // A word may start with punctuation that belongs to it (--rm, .dockerignore, /etc), but not end with it.
  const spelling = written.replace(/[^\p{L}\p{N}+]+$/u, '').replace(/^[@:+~]+/u, '')
  const start = at + written.indexOf(spelling)
  const whole = { term: spelling.toLowerCase(), start, end: start + spelling.length }
  const seen = new Set<string>()
  return [whole, ...splitCompound(spelling, start)].filter(({ term }) => {
    const isNew = !seen.has(term)
    seen.add(term)
    return isNew && term.length <= maxTermLength && /[\p{L}\p{N}]/u.test(term) && !stopWords.has(term)
  })
}

function splitCompound(spelling: string, start: number): Token[] {
  const isIndexable = /\p{L}/u.test(spelling)
  if (!isIndexable) return []
  // Segments of a path first, so that `memory.max` is found without the folders before it.
  const pieces = [...spelling.matchAll(/[^/:@]+/gu), ...spelling.matchAll(/[\p{L}\p{N}]+/gu)]
  return pieces
    .filter(([piece]) => piece.length > 1 && !/^\d+$/.test(piece))
    .map(({ 0: piece, index }) => ({
      term: piece.toLowerCase(),
      start: start + index,
      end: start + index + piece.length,
    }))
}

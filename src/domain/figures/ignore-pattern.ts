/**
 * A pattern of a `.dockerignore` file, matched as the builder does: Go’s `filepath.Match` with `**` and some
 * peculiarities. Compared with real builds in tests/unit/figures/ignore-file.test.ts.
 */
export type PathTest = (path: string) => boolean

/** For a position in the path, all positions from which the rest of the pattern may continue. */
type Step = (letters: readonly string[], at: number) => number[]

/** Tracks a set of positions and never backtracks, so that matching is fast for any combination of wildcards. */
export function compilePattern(pattern: string): PathTest {
  const ending = /^\*\*([^*?[\]\\]*)$/.exec(pattern)?.[1]
  // After `**` at the start, plain text is compared with the end of the path: `**foo` matches `b/xfoo` too.
  if (ending !== undefined) return (path) => `/${path}`.endsWith(ending)
  const beginning = /^([^*?[\]\\]*)\*\*$/.exec(pattern)?.[1]
  if (beginning !== undefined) return (path) => path.startsWith(beginning)
  if (!/[*?[\]\\]/.test(pattern)) return (path) => path === pattern
  const alternatives = alternativesIn(pattern)
  return (path) => {
    const letters = [...path]
    return alternatives.some((steps, index) => {
      let positions = new Set(index === 0 ? [0] : [0, ...letters.map((_, at) => at + 1)])
      for (const step of steps) positions = new Set([...positions].flatMap((at) => step(letters, at)))
      return index === alternatives.length - 1 ? positions.has(letters.length) : positions.size > 0
    })
  }
}

/** Go’s `filepath.Match` rejects an unclosed or empty class, and a backslash at the end. */
export function isPattern(text: string): boolean {
  return /^(?:\[(?:\^|(?!\^))(?:(?:\\.|[^\\\]-])(?:-(?:\\.|[^\\\]-]))?)+\]|\\.|[^[\\])*$/su.test(text)
}

const uncompilable =
  /\[\^?(?<ranges>(?:\\.|[^\\\]])+)\]|(?<unknown>\\(?:[^\p{ASCII}]|(?![abdfnrstvwzABDSW])[a-zA-Z0-9]))|\\./gsu

/**
 * Go’s `regexp`, to which the builder translates a pattern with wildcards, also rejects a range that runs backward,
 * and a backslash before a letter that has no meaning there.
 */
export function canBeCompiled(text: string): boolean {
  return ![...text.matchAll(uncompilable)].some(
    ({ groups }) =>
      groups?.unknown !== undefined || boundsIn(groups?.ranges ?? '').some(([low, high]) => low > high),
  )
}

const tokens =
  /(?<rest>\*\*$)|(?<folders>\*\*\/?)|(?<name>\*)|(?<any>\?)|\[(?<not>\^?)(?<ranges>(?:\\.|[^\\\]])+)\]|(?<start>\^)|(?<or>\|)|\\(?<escaped>.)|(?<letter>.)/gsu

/**
 * In a pattern with wildcards, the builder treats a bare `|` as Go’s `regexp` does. Only the first alternative is tied
 * to the start of the path, and only the last to its end.
 */
function alternativesIn(pattern: string): Step[][] {
  const alternatives: Step[][] = [[]]
  for (const token of pattern.matchAll(tokens)) {
    if (token.groups?.or) alternatives.push([])
    else alternatives.at(-1)?.push(stepOf(token))
  }
  return alternatives
}

function stepOf({ groups = {} }: RegExpMatchArray): Step {
  const { rest, folders, name, any, not, ranges, start, escaped, letter } = groups
  if (rest) return (letters) => [letters.length]
  if (folders) return (letters, at) => [at, ...positionsAfter(letters, at, '/')]
  if (name) return restOfName
  if (any) return oneLetter((found) => found !== '/')
  // Unlike `?` and `*`, a negated class matches a slash as well.
  if (ranges) return oneLetter((found) => isInRanges(found, ranges) === (not === ''))
  // In a pattern with wildcards, the builder treats a bare `^` as the start of the path.
  if (start) return (_, at) => (at === 0 ? [at] : [])
  if (escaped && /[a-zA-Z]/.test(escaped)) return oneLetter((found) => meaningOf(escaped).test(found))
  return oneLetter((found) => found === (escaped ?? letter))
}

/** A backslash makes a class of some letters, as in `\d`. Of others, it makes what hardly occurs in a path. */
function meaningOf(escaped: string): RegExp {
  return /[dsw]/i.test(escaped) ? new RegExp(`\\${escaped}`) : /(?!)/
}

function positionsAfter(letters: readonly string[], at: number, letter: string): number[] {
  return letters.flatMap((found, index) => (index >= at && found === letter ? [index + 1] : []))
}

function restOfName(letters: readonly string[], at: number): number[] {
  const slash = letters.indexOf('/', at)
  const end = slash < 0 ? letters.length : slash
  return Array.from({ length: end - at + 1 }, (_, count) => at + count)
}

function oneLetter(fits: (letter: string) => boolean): Step {
  return (letters, at) => {
    const found = letters[at]
    return found !== undefined && fits(found) ? [at + 1] : []
  }
}

function isInRanges(letter: string, ranges: string): boolean {
  return boundsIn(ranges).some(([low, high]) => low <= letter && letter <= high)
}

/** The first and last letter of each range in a class; they are the same for a single letter. */
function boundsIn(ranges: string): [low: string, high: string][] {
  const bounds = ranges.matchAll(/\\?(.)(?:-\\?(.))?/gsu)
  return [...bounds].map(([, low = '', high = low]) => [low, high])
}

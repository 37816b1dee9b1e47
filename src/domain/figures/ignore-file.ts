import { canBeCompiled, compilePattern, isPattern, type PathTest } from './ignore-pattern.ts'

/** A line of a `.dockerignore` file that is neither empty nor a comment. `line` counts from 1. */
export type IgnoreRule = { line: number; text: string; isException: boolean; matches: PathTest }

/** `invalidLine` is the first line with an invalid pattern, at which the build fails. */
export type IgnoreFile = { rules: IgnoreRule[]; invalidLine: { line: number; text: string } | undefined }

export function parseIgnoreFile(text: string): IgnoreFile {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((full, index) => ({ line: index + 1, full, text: full.trim() }))
    // A `#` after a space is part of a pattern.
    .filter(({ full, text }) => text !== '' && !full.startsWith('#'))
  return {
    invalidLine: lines.find(({ text }) => isUnreadable(text)),
    rules: lines
      .filter(({ text }) => !isUnreadable(text))
      .map(({ line, text }) => ({
        line,
        text,
        isException: text.startsWith('!'),
        matches: compilePattern(patternIn(text)),
      })),
  }
}

/** The builder compiles a pattern only when it tries it, which for an exception is seldom, so that isn’t required. */
function isUnreadable(text: string): boolean {
  const pattern = patternIn(text)
  if (text.startsWith('!')) return text === '!' || pattern === '/' || !isPattern(pattern)
  return !isPattern(pattern) || !canBeCompiled(pattern)
}

/** Without the `!` of an exception, and with the shortest path: `/docs/`, `./docs` and `docs` are the same. */
function patternIn(text: string): string {
  const pattern = cleanPath(text.replace(/^!/, '').trim())
  return pattern.length > 1 ? pattern.replace(/^\//, '') : pattern
}

function cleanPath(path: string): string {
  const root = path.startsWith('/') ? '/' : ''
  const names: string[] = []
  for (const name of path.split('/')) {
    if (name === '' || name === '.') continue
    if (name !== '..') names.push(name)
    else if (names.length > 0 && names.at(-1) !== '..') names.pop()
    else if (root === '') names.push(name)
  }
  return root + names.join('/') || '.'
}

/**
 * The last rule that decides about a file; undefined if none does, so that the file is sent. Like the builder, this
 * walks down from the root of the context: a rule that excludes a folder applies to everything in it, and a rule that
 * would change nothing is skipped.
 */
export function decidingRule(rules: readonly IgnoreRule[], path: string): IgnoreRule | undefined {
  let above: readonly boolean[] = []
  let decider: IgnoreRule | undefined
  for (const folderOrFile of pathsDownTo(path)) {
    decider = undefined
    const matched: boolean[] = []
    for (const [index, rule] of rules.entries()) {
      const isIgnored = decider !== undefined && !decider.isException
      const isMatch = above[index] || (rule.isException === isIgnored && rule.matches(folderOrFile))
      matched.push(isMatch)
      if (isMatch) decider = rule
    }
    above = matched
  }
  return decider
}

/** `src`, `src/db`, `src/db/main.sh`. */
function pathsDownTo(path: string): string[] {
  const names = path.split('/')
  return names.map((_, index) => names.slice(0, index + 1).join('/'))
}

export function isSent(rule: IgnoreRule | undefined): boolean {
  return rule === undefined || rule.isException
}

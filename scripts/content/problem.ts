/** Something in `content/` that the build rejects, worded so that the author can fix it. */
export type Problem = {
  /** Path from the project's root. */
  file: string
  /** 1-based. */
  line: number
  expected: string
  found: string
}

export function formatProblem({ file, line, expected, found }: Problem): string {
  return `${file}:${line}\n  expected  ${expected}\n  found     ${found}`
}

export function formatProblems(problems: Problem[]): string {
  const sorted = problems.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
  return sorted.map(formatProblem).join('\n\n')
}

/** A value that was found, quoted when it is text. */
export function formatFound(value: unknown): string {
  if (value === undefined) return 'nothing'
  return shorten(typeof value === 'string' ? `“${value}”` : JSON.stringify(value))
}

/** Shortens a text to something that fits a terminal line. */
export function shorten(text: string): string {
  return text.length > 120 ? `${text.slice(0, 117)}…` : text
}

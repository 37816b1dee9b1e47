/**
 * A pattern for something that differs each time a command is run, and its placeholder. The same id gets the same
 * placeholder within a recording, so that two outputs are equal only if they differ in nothing but the values of ids.
 */
type VariablePattern = {
  pattern: string
  /** Returns the placeholder; `number` numbers the different values of one name. */
  word: (found: string, number: (name: string, key: string) => string) => string
}

const variablePatterns: VariablePattern[] = [
  // The last frame of a spinner, which may or may not have been erased: Signing artifact... - Pushing signature.
  { pattern: String.raw`^\S[^.]*\.{3} [-|/\\] (?=\S)`, word: () => '' },
  // Ids and digests; Docker shortens them to their first 12 digits.
  {
    pattern: String.raw`\b(?:[0-9a-f]{64}|[0-9a-f]{12})\b`,
    word: (found, number) => number('id', found.slice(0, 12)),
  },
  // The name that Docker gives a container without --name, in the last column of docker ps.
  {
    pattern: String.raw`(?<=^[0-9a-f]{12} .*)\b[a-z]+_[a-z]+$`,
    word: (found, number) => number('random name', found),
  },
  // The port from which a client connected, as web's log names it: [::ffff:172.17.0.1]:33124.
  { pattern: String.raw`(?<=\[::ffff:[\d.]+\]:)\d{5}\b`, word: () => '<client port>' },
  // A swarm's nodes, services and tasks.
  { pattern: String.raw`\b(?=[a-z]*\d)[a-z0-9]{25}\b`, word: (found, number) => number('swarm id', found) },
  // The secret with which nodes join a swarm.
  { pattern: String.raw`\bSWMTKN-1-[a-z0-9-]+`, word: () => '<token>' },
  { pattern: String.raw`\b(?:[0-9a-f]{2}:){5}[0-9a-f]{2}\b`, word: (found, number) => number('MAC', found) },
  { pattern: String.raw`\bveth[0-9a-f]{7}\b`, word: (found, number) => number('veth', found) },
  { pattern: String.raw`@if\d+\b`, word: (found, number) => `@${number('interface', found)}` },
  // The kernel numbers interfaces: 12: eth0@if11: <BROADCAST,…>.
  { pattern: String.raw`^\d+(?=: \S+: <)`, word: (found, number) => number('interface', found) },
  // A namespace, as the kernel names it: pid:[4026532201].
  { pattern: String.raw`\[\d{10}\]`, word: (found, number) => number('namespace', found) },
  // Dates: 2026-11-26T09:15:02.123Z, 2026-11-26 09:15:02 +0000 UTC, Thu Nov 26 09:15:02 2026, Nov 26 09:15.
  {
    pattern: String.raw`\b\d{4}[-/]\d\d[-/]\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d| [+-]\d{4}(?: [A-Z]{3,4})?)?)?`,
    word: () => '<date>',
  },
  {
    pattern: String.raw`\b(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +\d{1,2} +(?:\d\d:\d\d(?::\d\d)?(?: [A-Z]{3,4})?(?: \d{4})?|\d{4})\b`,
    word: () => '<date>',
  },
  { pattern: String.raw`\b\d\d:[0-5]\d:[0-5]\d(?:\.\d+)?\b`, word: () => '<time>' },
  // Durations: 12 seconds, About a minute, 1.5s, 1m30.2s, 340ms.
  {
    pattern: String.raw`(?:\b\d+|\bAbout an?|\bLess than a) (?:(?:milli)?second|minute|hour|day|week|month|year)s?\b`,
    word: () => '<duration>',
  },
  {
    pattern: String.raw`\b(?:\d+(?:\.\d+)?(?:ns|µs|us| ?ms)|(?:\d+h)?(?:\d+m)?\d+(?:\.\d+)?s)\b`,
    word: () => '<duration>',
  },
  // Memory in use, in binary units as in docker stats, varies by orders of magnitude.
  { pattern: String.raw`\b(?!0)\d+(?:\.\d+)?[KMG]iB\b`, word: () => '<memory>' },
  // Sizes keep their unit, and zero stays zero: 0B is not the same as 1.2MB.
  {
    pattern: String.raw`\b\d+(?:\.\d+)?(?: ?(?:[kKMGT]i?B|B)|[KMG]| bytes)(?![\w/])`,
    word: (found) => (/^0(?:\.0+)?\D/.test(found) ? found : found.replace(/^[\d.]+/, '<size> ')),
  },
]

const combinedPattern = new RegExp(variablePatterns.map(({ pattern }) => `(${pattern})`).join('|'), 'g')

/** Columns of `ps`, `top` and `docker top` whose values differ on each run. */
const kernelAssignedPattern = /^(?:PID|PPID|TIME|STIME|START|C)$/

/** Replaces what may differ between two recordings in the outputs of a script’s commands. */
export function normalizeOutput(outputs: string[]): string[] {
  const seen = new Map<string, Map<string, number>>()
  const number = (name: string, key: string) => {
    const known = seen.get(name) ?? new Map<string, number>()
    seen.set(name, known)
    if (!known.has(key)) known.set(key, known.size + 1)
    return `<${name} ${known.get(key)}>`
  }
  return outputs.map((output) => {
    let head: string[] = []
    return output
      .split('\n')
      .map((line) => {
        const words = wordsOf(line)
        if (words.includes('PID')) {
          head = words
          return collapseSpaces(line)
        }
        if (words.length === 0) head = []
        return collapseSpaces(replaceVariableParts(replaceProcessIds(line, head, number), number))
      })
      .join('\n')
  })
}

/** Sorts the lines of what Compose did concurrently, because their order depends on timing. */
export function sortConcurrentLines(output: string): string {
  return output.replace(/^ [✔✘] .*(?:\n [✔✘] .*)+/gm, (list) => list.split('\n').toSorted().join('\n'))
}

type NumberPlaceholder = (name: string, key: string) => string

function replaceVariableParts(line: string, number: NumberPlaceholder): string {
  return line.replace(combinedPattern, (found, ...groups: (string | undefined)[]) => {
    const kind =
      variablePatterns[groups.slice(0, variablePatterns.length).findIndex((group) => group !== undefined)]
    return kind?.word(found, number) ?? found
  })
}

/** Replaces process ids in a table of processes, except that of process 1. */
function replaceProcessIds(line: string, head: string[], number: NumberPlaceholder): string {
  if (head.length === 0) return line
  let column = -1
  return line.trimStart().replace(/\S+/g, (word) => {
    column += 1
    const name = head[column] ?? ''
    if (!kernelAssignedPattern.test(name)) return word
    if (!name.endsWith('PID')) return `<${name}>`
    return /^\d+$/.test(word) && Number(word) > 1 ? number('process', word) : word
  })
}

/** A column is as wide as its widest word, which may be a time. */
function collapseSpaces(line: string): string {
  return line.replace(/(\S)\s{2,}/g, '$1  ').trimEnd()
}

function wordsOf(line: string): string[] {
  return line.split(/\s+/).filter(Boolean)
}

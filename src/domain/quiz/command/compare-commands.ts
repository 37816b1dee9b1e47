import { parseDockerCommand } from './docker.ts'
import { type ShellToken, tokenizeShell } from './shell.ts'

/** Whether two command lines are equivalent, however their flags are spelled and ordered. */
export function areEquivalentCommands(a: string, b: string): boolean {
  const canonical = canonicalCommand(a)
  return canonical !== undefined && canonical === canonicalCommand(b)
}

/** Whether the text begins with `sudo`, which `areEquivalentCommands` ignores, so that feedback can mention it. */
export function hasSudo(text: string): boolean {
  return /^\s*sudo\s/.test(text)
}

/**
 * A canonical form of a command. Two commands are equivalent if their forms are equal, so the comparison is symmetric by
 * construction. Undefined for input that a shell would not accept, such as an open quote.
 */
export function canonicalCommand(text: string): string | undefined {
  const tokens = tokenizeShell(text.trim(), (inner) => canonicalCommand(inner) ?? inner)
  if (tokens === undefined || tokens.length === 0) return undefined
  const parts: unknown[] = []
  let words: string[] = []
  const close = () => {
    if (words.length > 0) parts.push(canonicalWords(words))
    words = []
  }
  for (const token of stripTrailingSeparator(tokens)) {
    if (token.kind === 'word') words.push(token.text)
    else {
      close()
      parts.push(token.text)
    }
  }
  close()
  return JSON.stringify(parts)
}

function stripTrailingSeparator(tokens: ShellToken[]): ShellToken[] {
  const last = tokens.at(-1)
  return last?.kind === 'operator' && last.text === ';' ? tokens.slice(0, -1) : tokens
}

/** Variable assignments before a command may be in any order; `sudo` is ignored. */
function canonicalWords(words: string[]): unknown {
  const assignments: string[] = []
  let rest = words
  for (let first = rest[0]; first !== undefined; first = rest[0]) {
    if (first !== 'sudo' && !/^[A-Za-z_]\w*=/.test(first)) break
    if (first !== 'sudo') assignments.push(first)
    rest = rest.slice(1)
  }
  const [program, ...args] = rest
  const command = program === 'docker' ? parseDockerCommand(args) : [program, ...args.flatMap(splitLongFlag)]
  return { assignments: assignments.sort(), command }
}

/** For unknown programs, only `--flag=value` and `--flag value` are treated as equal. */
function splitLongFlag(word: string): string[] {
  const [, name, value] = /^(--[\w-]+)=(.*)$/s.exec(word) ?? []
  return name !== undefined && value !== undefined ? [name, value] : [word]
}

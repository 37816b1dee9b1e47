/** A word without its quotes, or an operator between commands. */
export type ShellToken = { kind: 'word'; text: string } | { kind: 'operator'; text: string }

const operators = /^(?:\|\||&&|>>|2>&1|2>|&>|[|;&<>\n])/
const variable = /^\$(?:(\w+)|\{(\w+)\})/

/**
 * Splits a line as a shell does: quotes, backslashes, `$(…)` and operators; nothing is expanded. A dollar sign that the
 * shell would not expand (in single quotes, or after a backslash) becomes `\$`. `substitute` returns the replacement for a
 * command inside `$(…)`. Undefined for an open quote.
 */
export function tokenizeShell(
  line: string,
  substitute: (command: string) => string,
): ShellToken[] | undefined {
  const tokens: ShellToken[] = []
  let word: string | undefined
  let quoted = false
  let at = 0
  const close = () => {
    if (word !== undefined) tokens.push({ kind: 'word', text: word })
    word = undefined
  }
  while (at < line.length) {
    const rest = line.slice(at)
    const char = rest[0] ?? ''
    const operator = quoted || (word !== undefined && char === '2') ? undefined : operators.exec(rest)?.[0]
    if (char === "'" && !quoted) {
      const end = line.indexOf("'", at + 1)
      if (end < 0) return undefined
      word = (word ?? '') + line.slice(at + 1, end).replaceAll('$', '\\$')
      at = end + 1
    } else if (char === '"') {
      quoted = !quoted
      word ??= ''
      at += 1
    } else if (char === '\\') {
      word = escaped(word, rest[1] ?? '', quoted)
      at += 2
    } else if (rest.startsWith('$(')) {
      const end = closingParenthesis(line, at + 1)
      if (end < 0) return undefined
      word = `${word ?? ''}$(${substitute(line.slice(at + 2, end))})`
      at = end + 1
    } else if (char === '$') {
      const [text = '$', plain, braced] = variable.exec(rest) ?? []
      const name = plain ?? braced
      word =
        (word ?? '') +
        (name === undefined ? '\\$' : name === 'PWD' ? `$(${substitute('pwd')})` : `\${${name}}`)
      at += text.length
    } else if (operator !== undefined) {
      close()
      tokens.push({ kind: 'operator', text: operator === '\n' ? ';' : operator })
      at += operator.length
    } else if (!quoted && /[ \t\n]/.test(char)) {
      close()
      at += 1
    } else {
      word = (word ?? '') + char
      at += 1
    }
  }
  close()
  return quoted ? undefined : tokens
}

/** A backslash before a line break joins two lines; inside double quotes it is kept before ordinary letters. */
function escaped(word: string | undefined, next: string, quoted: boolean): string | undefined {
  if (next === '\n') return word
  const escapedCharacter = next === '$' || (quoted && !/["\\`]/.test(next)) ? `\\${next}` : next
  return (word ?? '') + escapedCharacter
}

function closingParenthesis(line: string, openDelimiter: number): number {
  let depth = 0
  for (let at = openDelimiter; at < line.length; at++) {
    if (line[at] === '(') depth += 1
    if (line[at] === ')') depth -= 1
    if (depth === 0) return at
  }
  return -1
}

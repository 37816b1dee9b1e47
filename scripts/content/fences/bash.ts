import { checkBashSyntax } from './check-bash-syntax.ts'
import { dockerFlagFindings } from './docker-flags.ts'
import type { Finding } from './fence.ts'
import { commandsOf, withoutHereDocuments } from './shell-commands.ts'

/** Checks commands that learners will paste, in one batch, because each check starts a bash. */
export function bashFindings(texts: string[]): Finding[][] {
  const messages = checkBashSyntax(texts)
  return texts.map((text, index) => [
    ...syntaxFindings(messages[index] ?? '', text),
    ...findUnpastable(text),
    ...commandsOf(text).flatMap(({ line, text: command }) => dockerFlagFindings(command, line)),
  ])
}

function syntaxFindings(message: string, text: string): Finding[] {
  const [, line, found] = /line (\d+): (.*)/.exec(message) ?? []
  if (found === undefined) return []
  // If something is missing at the end, Bash reports the line after it.
  const last = text.split('\n').length
  return [{ line: Math.min(Number(line), last), expected: 'a command that bash -n accepts', found }]
}

/** Finds text that reads well but breaks when it is pasted. */
function findUnpastable(text: string): Finding[] {
  return withoutHereDocuments(text).flatMap((line, index) => {
    const findings: Finding[] = []
    const add = (expected: string, found: string) => findings.push({ line: index + 1, expected, found })
    const command = line.replace(/(^|\s)#.*$/, '')
    if (/^\s*\$ \S/.test(line)) {
      add('a command without a prompt; output and prompts belong in a console fence', line.trim())
    }
    if (/…|(^|\s)\.\.\.(?=\s|$)/.test(command)) {
      add('a complete command, without an ellipsis', line.trim())
    }
    const placeholder = command.includes('</') ? undefined : /<[a-z][\w-]*(?: [\w-]+)*>/i.exec(command)?.[0]
    if (placeholder && placeholder !== '<none>') {
      add('a real value, or a shell variable such as "$NAME", instead of a placeholder', placeholder)
    }
    return findings
  })
}

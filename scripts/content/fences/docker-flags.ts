import { parseDockerCommand } from '#domain/quiz/command/docker.ts'
import { tokenizeShell } from '#domain/quiz/command/shell.ts'
import table from './docker-flags.json' with { type: 'json' }
import type { Finding } from './fence.ts'

/**
 * The flags of Docker’s commands, `d:detach` if there is a short form: from `docker … --help` of CLI 28.2 and the
 * reference of Compose, Buildx and CLI 29 (August 2026, https://docs.docker.com/reference/cli/docker/). New flags are
 * added here by hand; commands that are not listed are not checked.
 */
const flagsByCommand: Record<string, string> = table

/** Rejects flags that Docker does not have, a common mistake in commands written from memory. */
export function dockerFlagFindings(command: string, line: number): Finding[] {
  return dockerCommands(command).flatMap((words) => {
    const { name, before, flags } = parseDockerCommand(words)
    // Flags before the command's name belong to docker itself, or after `docker compose` to Compose.
    const group = name.split(' ')[0] ?? ''
    const unknownBefore = before.flat().filter((flag) => isUnknown('', flag) && isUnknown(group, flag))
    return [...unknownBefore, ...flags.filter((flag) => isUnknown(name, flag))].map(([flag]) => ({
      line,
      expected: `a flag of docker ${name}`,
      found: flag.startsWith('-') ? flag : `--${flag}`,
    }))
  })
}

/** The words after each `docker` in a line of shell; empty if the line cannot be split. */
function dockerCommands(command: string): string[][] {
  const found: string[][] = []
  const read = (text: string) => {
    const tokens = tokenizeShell(text, (nestedCommand) => {
      read(nestedCommand)
      return nestedCommand
    })
    let words: string[] = []
    const close = () => {
      const start = words.findIndex((word) => word !== 'sudo' && !/^\w+=/.test(word))
      if (words[start] === 'docker') found.push(words.slice(start + 1))
      words = []
    }
    for (const token of tokens ?? []) {
      if (token.kind === 'operator') close()
      else words.push(token.text)
    }
    close()
  }
  read(command)
  return found
}

function isUnknown(command: string, [flag]: [name: string, values: string[]]): boolean {
  const known = flagsByCommand[command]
  if (known === undefined || flag === 'help') return false
  const names = known.split(' ').flatMap((entry) => entry.split(':'))
  // The parser returns unknown letters together: `-qx`.
  if (flag.startsWith('-'))
    return [...flag.slice(1)].some((letter) => letter !== 'h' && !names.includes(letter))
  return !names.includes(flag)
}

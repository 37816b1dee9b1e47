/** Splits a script into the commands typed at one prompt each, with continued lines and here-documents. */
export function splitCommands(script: string): string[] {
  const commands: string[] = []
  let until: string | null = null
  let current: string[] = []
  for (const line of script.split('\n')) {
    current.push(line)
    if (until !== null) {
      if (line.trim() === until) until = null
    } else {
      until = /<<-?\s*['"]?(\w+)['"]?/.exec(line)?.[1] ?? null
    }
    if (until !== null || line.endsWith('\\')) continue
    if (current.some((text) => text.trim() !== '')) commands.push(current.join('\n'))
    current = []
  }
  return current.length > 0 ? [...commands, current.join('\n')] : commands
}

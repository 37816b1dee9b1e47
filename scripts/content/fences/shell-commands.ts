/** A command of a bash text, continuation lines joined. `line` is 1-based. */
export type ShellCommand = { line: number; text: string }

/** The lines of a shell text, with the contents of here-documents removed because they are in another language. */
export function withoutHereDocuments(text: string): string[] {
  let end: string | undefined
  return text.split('\n').map((line) => {
    if (end !== undefined) {
      if (line.trim() === end) end = undefined
      return ''
    }
    end = /<<-?\s*(["']?)(\w+)\1/.exec(line)?.[2]
    return line
  })
}

export function commandsOf(text: string): ShellCommand[] {
  const commands: ShellCommand[] = []
  let open: ShellCommand | undefined
  withoutHereDocuments(text).forEach((line, index) => {
    const part = line.replace(/(^|\s)#.*$/, '').trim()
    const isContinued = part.endsWith('\\')
    const words = part.replace(/\s*\\$/, '')
    const command = open ?? { line: index + 1, text: '' }
    command.text = `${command.text} ${words}`.trim()
    open = isContinued ? command : undefined
    if (!isContinued && command.text) commands.push(command)
  })
  return commands
}

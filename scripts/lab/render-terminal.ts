import headless from '@xterm/headless'

/** Columns and rows of the terminal in which scripts are recorded. */
export const screenSize = { cols: 100, rows: 50 }

/** The text that a terminal shows at the end: overwritten progress is gone, and wrapped lines are joined. */
export async function renderTerminal(received: string): Promise<string> {
  const terminal = new headless.Terminal({ ...screenSize, scrollback: 10_000, allowProposedApi: true })
  await new Promise<void>((resolve) => terminal.write(received, resolve))
  const buffer = terminal.buffer.active
  const lines: string[] = []
  for (let row = 0; row < buffer.length; row += 1) {
    const line = buffer.getLine(row)
    const text = line?.translateToString() ?? ''
    if (line?.isWrapped) lines.push((lines.pop() ?? '') + text)
    else lines.push(text)
  }
  terminal.dispose()
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd()
}

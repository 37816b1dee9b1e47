import { type Cell, formatDateCell } from './cell.ts'

/**
 * A Markdown table; the first row is its header. Text in backticks stays code, as on the pages. Everything else is
 * escaped: no vertical bar ends a cell, and no name becomes HTML, a link or emphasis.
 */
export function markdownTable(rows: readonly (readonly Cell[])[]): string {
  const [head = [], ...body] = rows
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [head.map(cellText), head.map(() => '---'), ...body.map((cells) => cells.map(cellText))]
    .map(line)
    .join('\n')
}

function cellText(cell: Cell): string {
  const text = cell instanceof Date ? formatDateCell(cell) : String(cell)
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(`[^`]+`)/)
    .map((piece, index) => (index % 2 === 1 ? codeText(piece) : plainText(piece)))
    .join('')
}

/** In code only the vertical bar is escaped. A backslash escapes it if the number of backslashes before it is odd. */
function codeText(code: string): string {
  return code.replace(/(\\*)\|/g, (_, slashes: string) =>
    slashes.length % 2 === 0 ? `${slashes}\\|` : `${slashes}\\\\|`,
  )
}

function plainText(text: string): string {
  return text.replace(/[\\|`*_[\]<>&~]/g, '\\$&')
}

import { type Cell, formatDateCell } from './cell.ts'
import type { CsvFormat } from './csv-format.ts'
import { escapeFormulas } from './escape-formulas.ts'

/** Without it, Excel decodes UTF-8 as the system’s legacy code page. */
const byteOrderMark = '\ufeff'

/** A table as spreadsheets read it (RFC 4180, in UTF-8). */
export function toCsv(rows: readonly (readonly Cell[])[], format: CsvFormat): string {
  const lines = rows.map((cells) => cells.map((cell) => formatCell(cell, format)).join(format.separator))
  return `${byteOrderMark}${lines.join('\r\n')}`
}

function formatCell(cell: Cell, { decimal }: CsvFormat): string {
  if (typeof cell === 'string') return quoteCell(escapeFormulas(cell))
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell).replace('.', decimal) : ''
  const date = formatDateCell(cell)
  // The year of a date after 9999 has a plus sign, which starts a formula.
  return date.startsWith('+') ? escapeFormulas(date) : date
}

function quoteCell(text: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replace(/"/g, '""')}"` : text
}

import Papa from 'papaparse'

/**
 * Comma-separated values as spreadsheets read them. A cell that a spreadsheet would run as a formula
 * (`=`, `+`, `-`, `@` first) is escaped, since names in it may come from strangers.
 */
export function toCsv(rows: string[][]): string {
  return Papa.unparse(rows, { escapeFormulae: true, newline: '\r\n' })
}

/** A cell of an exported table. Numbers and dates (UTC) keep their type. */
export type Cell = string | number | Date

/** In the form that spreadsheets of every locale read as a date and time; empty if the date is invalid. */
export function formatDateCell(date: Date): string {
  return Number.isFinite(date.getTime()) ? date.toISOString().replace(/T(\d\d:\d\d).*/, ' $1') : ''
}

/** A cell of an exported table. Numbers and dates (UTC) keep their type. */
export type Cell = string | number | Date

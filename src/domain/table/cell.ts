/** What a table that leaves the site is made of. A number stays a number, and a moment (UTC) stays a moment. */
export type Cell = string | number | Date

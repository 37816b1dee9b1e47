/** A date and a time, in the reader's own time zone: "Nov 30, 2026, 11:59 PM". */
export function formatDateTime(at: number): string {
  return new Date(at).toLocaleString('en-US', { dateStyle: 'medium', timeStyle: 'short' })
}

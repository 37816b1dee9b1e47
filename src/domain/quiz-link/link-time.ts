import type { QuizLink } from './link.ts'

const minute = 60_000

/** How long an item takes, roughly: reading it, answering, reading the reason. */
const minutesPerItem = 1

export function expectedMinutes(items: number): number {
  return Math.max(1, Math.round(items * minutesPerItem))
}

/** When the time for a quiz is up; undefined when it has no limit. All times in milliseconds since 1970. */
export function deadlineOf({ minutes }: Pick<QuizLink, 'minutes'>, startedAt: number): number | undefined {
  return minutes === undefined ? undefined : startedAt + minutes * minute
}

/** Whether something finished after the link's last moment; the whole minute of that moment is in time. */
export function isLate({ due }: Pick<QuizLink, 'due'>, at: number): boolean {
  return due !== undefined && at >= Date.parse(due) + minute
}

/** What is said aloud of the time left, once at each step: five minutes and one minute before the end. */
export function timeWarning(leftMs: number, { minutes = 0 }: Pick<QuizLink, 'minutes'>): string {
  if (leftMs <= 0) return 'Time is up.'
  if (leftMs <= minute && minutes > 1) return 'One minute left.'
  if (leftMs <= 5 * minute && minutes > 5) return 'Five minutes left.'
  return ''
}

/** `4:05`, rounded up, so that it shows 0:00 only when the time is up. */
export function clockText(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

import type { QuizLink } from './quiz-link.ts'

const millisPerMinute = 60_000

/** Roughly, for reading an item, answering it and reading the explanation. */
const minutesPerItem = 1

export function expectedMinutes(items: number): number {
  return Math.max(1, Math.round(items * minutesPerItem))
}

/** The end of the time limit; undefined if there is none. All times are in milliseconds since 1970. */
export function deadlineOf({ minutes }: Pick<QuizLink, 'minutes'>, startedAt: number): number | undefined {
  return minutes === undefined ? undefined : startedAt + minutes * millisPerMinute
}

/** Whether `at` is after the minute of the due date. */
export function isLate({ due }: Pick<QuizLink, 'due'>, at: number): boolean {
  return due !== undefined && at >= Date.parse(due) + millisPerMinute
}

/** Announced to screen readers once each: five minutes and one minute before the end, and at the end. */
export function remainingTimeWarning(
  remainingMillis: number,
  { minutes = 0 }: Pick<QuizLink, 'minutes'>,
): string {
  if (remainingMillis <= 0) return 'Time is up.'
  if (remainingMillis <= millisPerMinute && minutes > 1) return 'One minute left.'
  if (remainingMillis <= 5 * millisPerMinute && minutes > 5) return 'Five minutes left.'
  return ''
}

/** `4:05`, rounded up, so that it shows 0:00 only when the time is up. */
export function formatDuration(remainingMillis: number): string {
  const seconds = Math.max(0, Math.ceil(remainingMillis / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

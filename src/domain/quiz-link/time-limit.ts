import type { QuizLink } from './quiz-link.ts'

const millisPerMinute = 60_000

/** How long an item takes, roughly: reading it, answering, reading the reason. */
const minutesPerItem = 1

export function expectedMinutes(items: number): number {
  return Math.max(1, Math.round(items * minutesPerItem))
}

/** When the time for a quiz is up; undefined when it has no limit. All times in milliseconds since 1970. */
export function deadlineOf({ minutes }: Pick<QuizLink, 'minutes'>, startedAt: number): number | undefined {
  return minutes === undefined ? undefined : startedAt + minutes * millisPerMinute
}

/** Whether something finished after the link's last moment; the whole minute of that moment is in time. */
export function isLate({ due }: Pick<QuizLink, 'due'>, at: number): boolean {
  return due !== undefined && at >= Date.parse(due) + millisPerMinute
}

/** What is said aloud of the time left, once at each step: five minutes and one minute before the end. */
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

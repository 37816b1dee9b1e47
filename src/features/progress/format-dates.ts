import { pluralize } from '#domain/pluralize.ts'

const day = 24 * 60 * 60 * 1000

const steps = [
  { unit: 'year', ms: 365 * day },
  { unit: 'month', ms: 30 * day },
  { unit: 'week', ms: 7 * day },
  { unit: 'day', ms: day },
  { unit: 'hour', ms: 60 * 60 * 1000 },
  { unit: 'minute', ms: 60 * 1000 },
] as const

/**
 * How long ago, as `docker history` says it: `2 weeks ago`. A time in the future (the clock was set back) is "just
 * now".
 */
export function formatTimeAgo(at: number, now: number): string {
  const passed = now - at
  const step = steps.find(({ ms }) => passed >= ms)
  if (!step) return 'just now'
  const count = Math.floor(passed / step.ms)
  return `${pluralize(count, step.unit)} ago`
}

/** `2026-11-23`, in the reader's own time zone. */
export function formatDate(at: number): string {
  const date = new Date(at)
  const digits = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${digits(date.getMonth() + 1)}-${digits(date.getDate())}`
}

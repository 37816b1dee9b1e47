import { expect, test } from 'vitest'
import { formatDate, formatTimeAgo } from '#features/progress/format-dates.ts'

const now = Date.UTC(2026, 10, 23, 12)

test.each([
  ['just now', 59],
  ['1 minute ago', 60],
  ['59 minutes ago', 3599],
  ['2 hours ago', 2 * 3600],
  ['1 day ago', 24 * 3600],
  ['6 days ago', 6.9 * 24 * 3600],
  ['3 weeks ago', 27 * 24 * 3600],
  ['11 months ago', 350 * 24 * 3600],
  ['2 years ago', 800 * 24 * 3600],
  ['just now', -5000],
])('%s: %d seconds', (words, seconds) => {
  expect(formatTimeAgo(now - seconds * 1000, now)).toBe(words)
})

test('a date is formatted for file names, in the reader’s time zone', () => {
  expect(formatDate(new Date(2026, 0, 5, 23, 59).getTime())).toBe('2026-01-05')
})

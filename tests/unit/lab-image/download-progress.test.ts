import { expect, test } from 'vitest'
import { downloadProgress } from '#scripts/lab-image/download-progress.ts'

const start = { loaded: 100, at: 1000 }

test.each([
  ['of unknown size', { loaded: 300, total: undefined, at: 9000 }, 0, undefined],
  ['just begun', { loaded: 300, total: 1000, at: 2000 }, 0.3, undefined],
  ['without a new byte', { loaded: 100, total: 1000, at: 60_000 }, 0.1, undefined],
  ['at a fifth of the rest after ten seconds', { loaded: 280, total: 1000, at: 11_000 }, 0.28, 40],
  ['whole', { loaded: 1000, total: 1000, at: 60_000 }, 1, 0],
])('a download %s', (_, now, fraction, secondsLeft) => {
  const common = { state: 'preparing', step: 'Downloading the labs’ machine', number: 1, count: 1 }
  expect(downloadProgress(start, now)).toEqual({ ...common, fraction, secondsLeft })
})

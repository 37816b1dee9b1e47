// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { clearStorage, openLink, startAs, submittedResult, twoItems } from './open-link.tsx'

beforeEach(() => {
  clearStorage()
  // Only the page's clock and its ticks are fake, because Testing Library needs real timeouts to wait.
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now: 1_800_000_000_000 })
})
afterEach(() => {
  vi.useRealTimers()
})

const minute = 60_000
const wait = (ms: number) => act(() => vi.advanceTimersByTime(ms))
const announcements = () => screen.getAllByRole('status').map((status) => status.textContent)
const shown = () => screen.getByRole('timer').textContent

test('the remaining time is always visible and announced at five minutes and at one', async () => {
  openLink(twoItems({ minutes: 10 }))
  await screen.findByRole('button', { name: 'Start the quiz' })
  await startAs('Ada')
  expect(shown()).toBe('Time left: 10:00')
  expect(announcements()).toEqual([''])
  wait(minute)
  expect(shown()).toBe('Time left: 9:00')
  wait(4 * minute)
  expect(announcements()).toEqual(['Five minutes left.'])
  wait(4 * minute)
  expect([shown(), ...announcements()]).toEqual(['Time left: 1:00', 'One minute left.'])
})

test('when time is up, the quiz finishes with the given answers', async () => {
  openLink(twoItems({ minutes: 2 }))
  await screen.findByRole('button', { name: 'Start the quiz' })
  await startAs('Ada')
  screen.getByRole('radio', { name: /Text of b/ }).click()
  screen.getByRole('button', { name: 'Sure' }).click()
  wait(2 * minute)
  expect(screen.getByText('Time ran out. Whatever you had answered counts.')).toBeInTheDocument()
  expect(submittedResult()).toMatchObject({ seconds: 120, items: [{ percent: 100 }, { percent: null }] })
  expect(screen.queryByRole('timer')).not.toBeInTheDocument()
})

test('time continues while the page is closed', async () => {
  const { unmount } = openLink(twoItems({ minutes: 2 }))
  await screen.findByRole('button', { name: 'Start the quiz' })
  await startAs('Ada')
  unmount()
  vi.setSystemTime(Date.now() + 60 * minute)
  openLink(twoItems({ minutes: 2 }))
  await screen.findByText(/Time ran out/)
  expect(submittedResult().seconds).toBe(120)
})

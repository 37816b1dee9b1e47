// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DownloadProgress } from '#features/lab/download-progress.tsx'

beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 })
})
afterEach(() => {
  vi.useRealTimers()
})

const mega = 1_000_000
const total = 87 * mega

/** Renders a download at zero. `after` advances the clock and then updates the downloaded size. */
function show() {
  const at = (loaded: number) => (
    <DownloadProgress
      what="Downloading the machine"
      loaded={loaded * mega}
      total={total}
      onCancel={() => undefined}
    />
  )
  const { rerender, unmount } = render(at(0))
  const after = (ms: number, loaded: number) => {
    act(() => vi.advanceTimersByTime(ms))
    rerender(at(loaded))
  }
  return { after, unmount }
}

const announcement = () => screen.getByRole('status').textContent
const left = () => /about .* left/.exec(document.body.textContent ?? '')?.[0]

test('download progress is announced every five seconds', () => {
  const { after } = show()
  for (let second = 1; second <= 4; second += 1) after(1000, second)
  expect(announcement()).toBe('0.0 MB of 87 MB')
  after(1000, 5)
  expect(announcement()).toBe('4.0 MB of 87 MB')
  for (let second = 6; second <= 10; second += 1) after(1000, second)
  expect(announcement()).toBe('9.0 MB of 87 MB')
})

test('nothing is announced after a download ends', () => {
  const { unmount } = show()
  unmount()
  expect(vi.getTimerCount()).toBe(0)
})

test('the time remaining is estimated from the speed so far', () => {
  const { after } = show()
  for (let second = 1; second <= 10; second += 1) after(1000, second * 3)
  expect(left()).toBe('about 19 s left')
})

test('cached parts do not count as speed', () => {
  const { after } = show()
  after(20, 20)
  after(20, 40)
  after(20, 60)
  expect(left()).toBeUndefined()
  for (let second = 1; second <= 10; second += 1) after(1000, 60 + second * 0.45)
  expect(left()).toBe('about 50 s left')
})

test('cached parts that are counted late do not count as speed', () => {
  const { after } = show()
  after(3000, 60)
  expect(left()).toBeUndefined()
  for (let second = 1; second <= 10; second += 1) after(1000, 60 + second * 0.45)
  expect(left()).toBe('about 50 s left')
})

test('a download that stalls after the cached parts has no estimate', () => {
  const { after } = show()
  after(20, 60)
  after(4000, 60)
  expect(left()).toBeUndefined()
})

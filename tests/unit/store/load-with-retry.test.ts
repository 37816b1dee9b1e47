// @vitest-environment jsdom
import { act, renderHook, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { loadWithRetry, retryLoad, useLoadFailure } from '#store/load-with-retry.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** Sets how the server responds to the probe for a failed file. Without a response, there is no network. */
function answer(response?: { status: number; type: string }): void {
  vi.stubGlobal('fetch', async () => {
    if (!response) throw new TypeError('Failed to fetch')
    return new Response(null, { status: response.status, headers: { 'Content-Type': response.type } })
  })
}

/** A loader that fails this many times and then returns its value. */
function failing(times: number) {
  let left = times
  return vi.fn(async () => {
    left -= 1
    if (left >= 0) throw new TypeError('Failed to fetch dynamically imported module')
    return 'here'
  })
}

test.each([
  ['nobody answers', undefined, 'offline'],
  ['the file is there no more', { status: 404, type: 'text/plain' }, 'outdated-build'],
  ['it was removed', { status: 410, type: 'text/plain' }, 'outdated-build'],
  ['the host gives a page instead', { status: 200, type: 'text/html; charset=utf-8' }, 'outdated-build'],
  ['the file is there', { status: 200, type: 'text/javascript' }, 'unknown'],
  ['the server fails', { status: 503, type: 'text/plain' }, 'unknown'],
] as const)(
  'where %s, a load failure is reported, and a retry loads the chunk',
  async (_, response, reason) => {
    answer(response)
    const load = failing(2)
    const part = `part ${reason} ${response?.status} ${response?.type}`
    const loadFailure = renderHook(() => useLoadFailure(part)).result
    const loaded = loadWithRetry(part, load, { address: '/file.js' })
    await waitFor(() => expect(loadFailure.current).toEqual(waiting(reason)))
    expect(load).toHaveBeenCalledTimes(1)
    retryLoad(part)
    await waitFor(() => expect(load).toHaveBeenCalledTimes(2))
    await waitFor(() => expect(loadFailure.current).toEqual(waiting(reason)))
    loadFailure.current?.retry()
    expect(await loaded).toBe('here')
    await waitFor(() => expect(loadFailure.current).toBeUndefined())
    expect(load).toHaveBeenCalledTimes(3)
  },
)

test('a retry reloads everything that waits for the same chunk, and nothing else', async () => {
  answer()
  const [one, two, other] = [failing(1), failing(1), failing(1)]
  const first = loadWithRetry('items', one)
  const second = loadWithRetry('items', two)
  void loadWithRetry('search', other)
  const troubles = renderHook(() => ({
    items: useLoadFailure('items'),
    search: useLoadFailure('search'),
  })).result
  await waitFor(() => expect(troubles.current).toMatchObject({ items: {}, search: {} }))
  await waitFor(() => {
    retryLoad('items')
    expect(two).toHaveBeenCalledTimes(2)
  })
  expect(await Promise.all([first, second])).toEqual(['here', 'here'])
  expect(other).toHaveBeenCalledTimes(1)
  expect(troubles.current.search).toBeDefined()
})

test('an abort signal ends the wait without a report', async () => {
  answer()
  const waiting = new AbortController()
  const loadFailure = renderHook(() => useLoadFailure('left')).result
  const loaded = loadWithRetry('left', failing(9), { signal: waiting.signal })
  const failed = expect(loaded).rejects.toThrow('left the page')
  await waitFor(() => expect(loadFailure.current).toBeDefined())
  waiting.abort(new Error('left the page'))
  await failed
  await waitFor(() => expect(loadFailure.current).toBeUndefined())
})

test('a load that takes long is reported, and the report ends when it ends', async () => {
  vi.useFakeTimers()
  let arrive = (_: string) => {}
  const load = vi.fn(() => new Promise<string>((resolve) => (arrive = resolve)))
  const loadFailure = renderHook(() => useLoadFailure('slow part')).result
  const loaded = loadWithRetry('slow part', load)
  await act(() => vi.advanceTimersByTimeAsync(60_000))
  expect(loadFailure.current).toEqual(waiting('slow'))
  expect(load).toHaveBeenCalledTimes(1)
  await act(async () => arrive('here'))
  expect(await loaded).toBe('here')
  expect(loadFailure.current).toBeUndefined()
})

test('a slow load can be retried, and whichever request ends first counts', async () => {
  vi.useFakeTimers()
  const arrivals: ((value: string) => void)[] = []
  const load = () => new Promise<string>((resolve) => arrivals.push(resolve))
  const loadFailure = renderHook(() => useLoadFailure('retried part')).result
  const loaded = loadWithRetry('retried part', load)
  await act(() => vi.advanceTimersByTimeAsync(60_000))
  await act(async () => loadFailure.current?.retry())
  expect(arrivals).toHaveLength(2)
  arrivals[0]?.('the first')
  expect(await loaded).toBe('the first')
})

test('a slow load that fails in the end is reported as failed', async () => {
  vi.useFakeTimers()
  answer()
  let fail = (_: Error) => {}
  const loadFailure = renderHook(() => useLoadFailure('failing part')).result
  void loadWithRetry('failing part', () => new Promise((_, reject) => (fail = reject)))
  await act(() => vi.advanceTimersByTimeAsync(60_000))
  await act(async () => fail(new TypeError('Failed to fetch')))
  expect(loadFailure.current).toEqual(waiting('offline'))
})

/** A failure that the reader can retry, without `isRetrying`. */
function waiting(reason: string) {
  const aFunction = expect.any(Function)
  return { part: expect.any(String), reason, resume: aFunction, retry: aFunction }
}

import { afterEach, beforeEach, expect, vi } from 'vitest'

/** An error that nobody expected is a failure, also when React only logs it. */
const unexpected: unknown[][] = []

beforeEach(() => {
  unexpected.length = 0
  vi.spyOn(console, 'error').mockImplementation((...words) => {
    unexpected.push(words)
  })
})

afterEach(async () => {
  if ('document' in globalThis) {
    const { cleanup } = await import('@testing-library/react')
    cleanup()
  }
  expect(unexpected, 'console.error was called').toEqual([])
})

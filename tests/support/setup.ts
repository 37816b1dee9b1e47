import { afterEach, beforeEach, expect, vi } from 'vitest'

// These take a moment to load, and tests without a document do not need them.
if ('document' in globalThis) {
  await import('@testing-library/jest-dom/vitest')
  const { configure } = await import('@testing-library/react')
  // A generous limit, because the computer may be busy.
  configure({ asyncUtilTimeout: 20_000 })
}

/** An unexpected console error fails the test, because React only logs some errors. */
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

import { afterEach, beforeEach, expect, vi } from 'vitest'

// Loading these takes a moment, and tests without a document have no use for them.
if ('document' in globalThis) {
  await import('@testing-library/jest-dom/vitest')
  const { configure } = await import('@testing-library/react')
  // When to give up, not how long it takes: the computer may be busy with other things.
  configure({ asyncUtilTimeout: 20_000 })
}

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

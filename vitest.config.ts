import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/{unit,components,content}/**/*.test.{ts,tsx}', 'packages/*/tests/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['tests/support/setup.ts'],
    restoreMocks: true,
    // Property tests and whole-content checks take seconds on a busy machine; no test asserts a time.
    testTimeout: 60_000,
  },
})

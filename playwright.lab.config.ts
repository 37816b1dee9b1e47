import { defineConfig } from '@playwright/test'
import e2e from './playwright.config.ts'
import { browserOptions } from './scripts/bench/browser.ts'

/**
 * `npm run test:lab`: the labs on the real machine, against the built site with its image. Apart from
 * `npm test`, which must not need the image.
 */
export default defineConfig(e2e, {
  testDir: 'tests/lab',
  // One machine at a time, because each needs a processor and half a gigabyte.
  workers: 1,
  fullyParallel: false,
  // A limit for hanging tests, not an expected duration: the computer may be busy.
  timeout: 600_000,
  expect: { timeout: 180_000 },
  // The full browser, because the machine demands more of it than any page.
  use: { launchOptions: browserOptions },
})

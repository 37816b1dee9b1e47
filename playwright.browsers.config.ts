import { defineConfig } from '@playwright/test'
import { launchers } from './tests/browsers/test.ts'

/** `npm run test:browsers`: the main journeys in Firefox and WebKit, as far as they are installed. */
export default defineConfig({
  testDir: 'tests/browsers',
  outputDir: 'test-results/browsers',
  // One browser beside the other.
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.CI ? 'line' : 'list',
  // A limit for hanging tests, not an expected duration.
  timeout: 120_000,
  projects: Object.keys(launchers).map((name) => ({ name })),
})

import { defineConfig } from '@playwright/test'
import { launchers } from './tests/browsers/test.ts'

/** `npm run test:browsers`: the main journeys in Firefox and WebKit, those that are on this machine. */
export default defineConfig({
  testDir: 'tests/browsers',
  outputDir: 'test-results/browsers',
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.CI ? 'line' : 'list',
  // When to give up, not how long it takes.
  timeout: 120_000,
  projects: Object.keys(launchers).map((name) => ({ name })),
})

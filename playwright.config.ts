import { existsSync } from 'node:fs'
import { defineConfig, devices } from '@playwright/test'

/** Debian's Chromium where there is one: Playwright's own download is not possible everywhere. */
const debianChromium = '/usr/bin/chromium'
const executable = existsSync(debianChromium) ? { executablePath: debianChromium } : {}

/** Another port lets two working copies run their tests beside each other. */
const port = process.env.E2E_PORT ?? '4174'

const launchOptions = {
  ...executable,
  args: [
    '--disable-background-networking',
    '--disable-component-update',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ],
}

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.CI ? 'line' : 'list',
  timeout: 60_000,
  use: { baseURL: `http://localhost:${port}`, launchOptions, trace: 'retain-on-failure' },
  projects: [{ name: 'chromium', use: { ...devices['Desktop Chrome'], channel: undefined } }],
  webServer: {
    command: 'node scripts/serve.ts',
    env: { PORT: port },
    url: `http://localhost:${port}`,
    reuseExistingServer: false,
  },
})

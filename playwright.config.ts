import { existsSync } from 'node:fs'
import { defineConfig, devices } from '@playwright/test'

/**
 * Uses Debian’s builds if there are any, because Playwright's own download is not possible everywhere. The headless
 * shell is the same engine without a window, and takes little more than half the time.
 */
const executablePath = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) =>
  existsSync(path),
)

/** Configurable, so that two working copies can run their tests at the same time. */
const port = process.env.E2E_PORT ?? '4174'

const launchOptions = {
  ...(executablePath && { executablePath }),
  args: [
    '--disable-background-networking',
    '--disable-component-update',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ],
}

/** What a failed test did and fetched. With pictures and the DOM, the tests took twice as long: `--trace on` adds them. */
const trace = { mode: 'retain-on-failure', screenshots: false, snapshots: false } as const

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: [[process.env.CI ? 'line' : 'list'], ['./tests/support/browser-faults.ts']],
  retries: 1,
  timeout: 60_000,
  use: { baseURL: `http://localhost:${port}`, launchOptions, trace },
  projects: [{ name: 'chromium', use: { ...devices['Desktop Chrome'], channel: undefined } }],
  webServer: {
    command: 'node scripts/serve.ts',
    env: { PORT: port },
    url: `http://localhost:${port}`,
    reuseExistingServer: false,
  },
})

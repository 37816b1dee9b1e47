import { existsSync } from 'node:fs'
import { test as base, expect, firefox, webkit } from '@playwright/test'
import { startStaticServer } from '#scripts/build/static-server.ts'
import { siteConfig } from '#scripts/site-config.ts'
import type { Driver, LaunchOptions } from './driver.ts'
import { firefoxPath, launchFirefox } from './firefox.ts'
import { isBrowserInstalled, launchWithPlaywright } from './playwright-launch.ts'
import { User } from './user.ts'
import { hasWebKit, launchWebKit } from './webkit.ts'

export { expect }

type Launch = (options: LaunchOptions) => Promise<Driver>

/** The browsers on this machine besides Chromium; Playwright’s own build is preferred. */
export const launchers: Record<string, Launch> = {
  ...(existsSync(firefoxPath) && { firefox: launchFirefox }),
  ...(isBrowserInstalled(firefox) && { firefox: (options) => launchWithPlaywright(firefox, options) }),
  ...(hasWebKit && { webkit: launchWebKit }),
  ...(isBrowserInstalled(webkit) && { webkit: (options) => launchWithPlaywright(webkit, options) }),
}

type Fixtures = LaunchOptions & {
  /** Errors that the browser itself reports because of what the test does. */
  expectedErrors: RegExp | undefined
  reader: User
  /** The site, served for this test only, so that the server can be closed. */
  served: { address: string; close: () => Promise<void> }
}

/**
 * Playwright’s runner with a user in the browser that the project names. Any error that the page reports fails the
 * test.
 */
export const test = base.extend<Fixtures>({
  isStorageForbidden: [false, { option: true }],
  expectedErrors: [undefined, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern
  served: async ({}, use) => {
    const served = await startStaticServer('build/client', { port: 0, base: siteConfig.base })
    await use(served)
    await served.close()
  },
  reader: async ({ served, isStorageForbidden, expectedErrors }, use, { project }) => {
    const launch = launchers[project.name]
    if (!launch) throw new Error(`no ${project.name} on this machine`)
    const driver = await launch({ isStorageForbidden })
    const reader = new User(driver, served.address)
    await use(reader)
    const errors = driver.errors().filter((text) => !expectedErrors?.test(text))
    await driver.close()
    expect(errors, 'errors on the pages of this test').toEqual([])
  },
})

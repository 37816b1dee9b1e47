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

/** The installed browsers other than Chromium. Playwright’s own builds are preferred. */
export const launchers: Record<string, Launch> = {
  ...(existsSync(firefoxPath) && { firefox: launchFirefox }),
  ...(isBrowserInstalled(firefox) && { firefox: (options) => launchWithPlaywright(firefox, options) }),
  ...(hasWebKit && { webkit: launchWebKit }),
  ...(isBrowserInstalled(webkit) && { webkit: (options) => launchWithPlaywright(webkit, options) }),
}

type Fixtures = LaunchOptions & {
  /** Errors that the browser reports because of what the test does, such as going offline. */
  expectedErrors: RegExp | undefined
  reader: User
  /** A server for this test alone, so that the test can stop it and start it again at the same address. */
  served: { address: string; close: () => Promise<void>; reopen: () => Promise<void> }
}

/**
 * Playwright’s `test` with a user in the browser that the project names. An unexpected error on the page fails the
 * test.
 */
export const test = base.extend<Fixtures>({
  isStorageForbidden: [false, { option: true }],
  expectedErrors: [undefined, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern
  served: async ({}, use) => {
    let server = await startStaticServer('build/client', { port: 0, base: siteConfig.base })
    const { address } = server
    const reopen = async () => {
      const port = Number(new URL(address).port)
      server = await startStaticServer('build/client', { port, base: siteConfig.base })
    }
    await use({ address, close: () => server.close(), reopen })
    await server.close()
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

import { existsSync } from 'node:fs'
import type { BrowserType } from '@playwright/test'
import type { Driver, LaunchOptions } from './driver.ts'

/** Whether Playwright's own build of the browser is installed (`npx playwright install`). */
export function isBrowserInstalled(type: BrowserType): boolean {
  return existsSync(type.executablePath())
}

/** Playwright's own build of Firefox or WebKit. */
export async function launchWithPlaywright(
  type: BrowserType,
  { isStorageForbidden }: LaunchOptions,
): Promise<Driver> {
  const browser = await type.launch()
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  if (isStorageForbidden) {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('The operation is insecure.', 'SecurityError')
        },
      })
    })
  }
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  return {
    open: async (address) => void (await page.goto(address)),
    reload: async () => void (await page.reload()),
    back: async () => void (await page.goBack()),
    evaluate: (expression) => page.evaluate(expression),
    click: (selector) => page.locator(selector).first().click(),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    errors: () => errors,
    close: () => browser.close(),
  }
}

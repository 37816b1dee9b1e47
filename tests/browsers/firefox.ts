import puppeteer from 'puppeteer-core'
import type { Driver, LaunchOptions } from './driver.ts'

export const firefoxPath = '/usr/bin/firefox-esr'

/** Debian’s Firefox, controlled by WebDriver BiDi. */
export async function launchFirefox({ isStorageForbidden }: LaunchOptions): Promise<Driver> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: firefoxPath,
    headless: true,
    defaultViewport: { width: 1280, height: 900 },
    // 2 blocks all cookies and site data.
    extraPrefsFirefox: isStorageForbidden ? { 'network.cookie.cookieBehavior': 2 } : {},
  })
  const page = await browser.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  return {
    open: async (address) => void (await page.goto(address)),
    reload: async () => void (await page.reload()),
    back: async () => void (await page.goBack()),
    evaluate: (expression) => page.evaluate(expression),
    click: (selector) => page.click(selector),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    errors: () => errors,
    close: () => browser.close(),
  }
}

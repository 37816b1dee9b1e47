import type { Page } from '@playwright/test'

/**
 * Opens a page that looks the same every time: at one moment in time, and with its fonts, which a first visit on a slow
 * line would do without (app/head-script.ts).
 */
export async function openStill(page: Page, address: string): Promise<void> {
  await page.clock.setFixedTime('2026-11-30T12:00:00Z')
  await page.addInitScript(() => {
    const fastLine = Object.assign(new EventTarget(), { rtt: 50, downlink: 10, saveData: false })
    Object.defineProperty(navigator, 'connection', { value: fastLine })
  })
  await page.goto(address)
  await waitUntilStill(page)
}

/** What comes late is here: parts that load when the reader is near them, and the fonts. */
export async function waitUntilStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { scrollHeight } = document.documentElement
    for (let top = 0; top <= scrollHeight; top += innerHeight) {
      scrollTo(0, top)
      await new Promise(requestAnimationFrame)
    }
    scrollTo(0, 0)
    await document.fonts.ready
  })
  await page.waitForLoadState('networkidle')
}

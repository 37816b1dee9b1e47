import type { Page } from '@playwright/test'

/**
 * Opens a page that looks the same every time: with a fixed clock, and with its fonts, which a first visit on a slow
 * connection skips (app/head-script.ts).
 */
export async function openStill(page: Page, address: string): Promise<void> {
  await page.clock.setFixedTime('2026-11-30T12:00:00Z')
  await page.addInitScript(() => {
    const fastLine = Object.assign(new EventTarget(), { rtt: 50, downlink: 10, saveData: false })
    Object.defineProperty(navigator, 'connection', { value: fastLine })
  })
  await page.goto(address)
  await page.evaluate(() => {
    // Parts out of view have an estimated height, so the length of the page would vary.
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('* { content-visibility: visible !important }')
    document.adoptedStyleSheets.push(sheet)
  })
  await waitUntilStill(page)
}

/** Waits for everything that loads late: scrolling through the page no longer changes its text or its length. */
export async function waitUntilStill(page: Page): Promise<void> {
  let before = ''
  for (;;) {
    await walkThrough(page)
    await page.waitForLoadState('networkidle')
    const now = await page.evaluate(
      () => `${document.documentElement.scrollHeight} ${document.body.textContent}`,
    )
    if (now === before) return
    before = now
  }
}

/**
 * Scrolls to the end, so that parts that load when the reader comes near do so. Then scrolls back in small steps, so
 * that every heading crosses the window and the table of contents ends on the first.
 */
async function walkThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const lookAt = async (top: number) => {
      scrollTo(0, top)
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
    }
    const end = document.documentElement.scrollHeight
    for (let top = 0; top <= end; top += innerHeight) await lookAt(top)
    for (let top = scrollY; top > 0; top -= innerHeight / 4) await lookAt(top)
    await lookAt(0)
    await document.fonts.ready
  })
}

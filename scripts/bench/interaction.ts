import type { Browser, Page } from '@playwright/test'
import { isHydrated } from '#tests/support/is-hydrated.ts'
import { widths, withNewPage } from './browser.ts'

/**
 * Milliseconds from the click on "Next" to the end of the frame that shows the next lesson’s title: for a reader who
 * has been on the page for a moment, so that the next lesson is prerendered, or for one who clicks at once.
 */
export async function measureNextLesson(
  browser: Browser,
  address: string,
  reader: 'stays' | 'leaves',
): Promise<number> {
  return withNewPage(browser, widths.phone, async (page) => {
    await page.goto(address, { waitUntil: 'load' })
    await page.locator('a[rel=next]').first().scrollIntoViewIfNeeded()
    if (reader === 'stays') {
      const isPrerendered = process.env.OMITTED_OPTIMIZATION !== 'prerender'
      if (isPrerendered) await page.locator('h1').nth(1).waitFor({ state: 'attached' })
      await page.waitForLoadState('networkidle')
      await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
    } else {
      await page.waitForLoadState('networkidle')
    }
    return millisUntilNewTitle(page, 'a[rel=next]')
  })
}

/** How long a pointer rests on a link before a click. */
const hoverMillis = 300

/**
 * Milliseconds from the click on a link that has been hovered to the end of the frame that shows its page’s title. The page
 * is not the next lesson, so it has to be downloaded.
 */
export async function measureOtherPage(browser: Browser, address: string): Promise<number> {
  return withNewPage(browser, widths.desktop, async (page) => {
    await page.goto(address, { waitUntil: 'networkidle' })
    await page.waitForFunction(isHydrated, 'header')
    await page.hover(otherPageLink)
    await page.waitForTimeout(hoverMillis)
    return millisUntilNewTitle(page, otherPageLink)
  })
}

/** In the header. */
const otherPageLink = 'header a[href$="/quiz"]'

/** Clicks the first visible link; resolves after the frame that shows another title. */
async function millisUntilNewTitle(page: Page, link: string): Promise<number> {
  return page.evaluate(
    (link) =>
      new Promise<number>((resolve) => {
        const findVisible = (selector: string) =>
          [...document.querySelectorAll<HTMLElement>(selector)].find((element) => element.checkVisibility())
        const title = findVisible('h1')
        const start = performance.now()
        const pollFrame = () => {
          if (findVisible('h1')?.textContent === title?.textContent) return requestAnimationFrame(pollFrame)
          // A message is delivered after the frame.
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => resolve(performance.now() - start)
          return port2.postMessage('')
        }
        // Requested before the click, so that the message comes before the work that the page does after the paint.
        requestAnimationFrame(pollFrame)
        findVisible(link)?.click()
      }),
    link,
  )
}

/**
 * Milliseconds from the key that opens search to the first painted result, including the download of code and index.
 * The reader types without waiting for the dialog. Measured only after hydration: on a busy computer the network can be
 * quiet before.
 */
export async function measureFirstSearch(browser: Browser, address: string): Promise<number> {
  return withNewPage(browser, widths.desktop, async (page) => {
    await page.addInitScript(observeSearch)
    await page.goto(address, { waitUntil: 'networkidle' })
    await page.waitForFunction(isHydrated, 'header')
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
    await page.keyboard.press('/')
    await page.keyboard.type('volume')
    await page.locator('dialog [role=option]').first().waitFor()
    return page.evaluate(() => (globalThis as unknown as { searchMillis: Promise<number> }).searchMillis)
  })
}

/** Runs in the page before all other scripts. */
function observeSearch(): void {
  const searchMillis = new Promise<number>((resolve) => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/') return
      document.removeEventListener('keydown', onKey, { capture: true })
      const pollFrame = () => {
        if (!document.querySelector('dialog [role=option]')) return requestAnimationFrame(pollFrame)
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.now() - event.timeStamp)
        return port2.postMessage('')
      }
      requestAnimationFrame(pollFrame)
    }
    document.addEventListener('keydown', onKey, { capture: true })
  })
  Object.assign(globalThis, { searchMillis })
}

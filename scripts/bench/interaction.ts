import type { Browser, Locator, Page } from '@playwright/test'
import { slowCpu } from './browser.ts'

/**
 * Milliseconds from the click on "Next" to the end of the frame in which the next lesson's title stands: for a reader
 * who has been on the page a moment, so that the next lesson is there, or for one who clicks at once.
 */
export async function measureNextLesson(
  browser: Browser,
  address: string,
  reader: 'stays' | 'leaves',
): Promise<number> {
  return onPage(browser, address, async (page) => {
    await page.locator('a[rel=next]').first().scrollIntoViewIfNeeded()
    if (reader === 'stays') {
      await page.locator('h1').nth(1).waitFor({ state: 'attached' })
      await page.waitForLoadState('networkidle')
      await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
    }
    return page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const inSight = <E extends Element>(selector: string) =>
            [...document.querySelectorAll<E & HTMLElement>(selector)].find((element) =>
              element.checkVisibility(),
            )
          const title = inSight('h1')
          const start = performance.now()
          const look = () => {
            if (inSight('h1')?.textContent === title?.textContent) return requestAnimationFrame(look)
            // A message is delivered once the frame is done.
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = () => resolve(performance.now() - start)
            return port2.postMessage('')
          }
          // Asked for before the click, so that what the page does after its paint comes after the message.
          requestAnimationFrame(look)
          inSight<HTMLAnchorElement>('a[rel=next]')?.click()
        }),
    )
  })
}

/** Milliseconds from the last letter typed into search to the first result, with the index loaded. */
export async function measureSearch(browser: Browser, address: string): Promise<number> {
  return onPage(browser, address, async (page) => {
    const dialog = page.getByRole('dialog')
    await openBy(() => page.keyboard.press('/'), dialog)
    const box = dialog.getByRole('combobox')
    await box.fill('volume')
    await dialog.getByRole('option').first().waitFor()
    await box.fill('')
    await dialog.getByRole('option').first().waitFor({ state: 'detached' })
    return page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const input = document.querySelector<HTMLInputElement>('dialog [role=combobox]')
          const start = performance.now()
          const look = () => {
            if (document.querySelector('dialog [role=option]'))
              requestAnimationFrame(() => resolve(performance.now() - start))
            else requestAnimationFrame(look)
          }
          const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
          if (input) setValue?.call(input, 'overlay2')
          input?.dispatchEvent(new Event('input', { bubbles: true }))
          look()
        }),
    )
  })
}

/** A slowed page listens to keys a while after it has loaded, so the key is pressed until it is heard. */
async function openBy(press: () => Promise<void>, dialog: Locator): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    await press()
    const isOpen = await dialog.waitFor({ timeout: 500 }).then(
      () => true,
      () => false,
    )
    if (isOpen) return
  }
  throw new Error('search did not open')
}

async function onPage(
  browser: Browser,
  address: string,
  run: (page: Page) => Promise<number>,
): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await slowCpu(page)
  await page.goto(address, { waitUntil: 'networkidle' })
  const result = await run(page)
  await context.close()
  return result
}

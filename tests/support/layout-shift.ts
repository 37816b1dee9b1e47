import type { Page } from '@playwright/test'

/** Call it before the page loads. */
export async function recordLayoutShift(page: Page): Promise<void> {
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      const { shifts = 0 } = window as { shifts?: number }
      const sum = list.getEntries().reduce((all, entry) => all + Reflect.get(entry, 'value'), shifts)
      Object.assign(window, { shifts: sum })
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

/** The sum of all layout shifts since the page began to load. */
export function layoutShiftOf(page: Page): Promise<number> {
  return page.evaluate(() => Reflect.get(window, 'shifts') ?? 0)
}

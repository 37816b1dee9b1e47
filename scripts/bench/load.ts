import type { Browser } from '@playwright/test'
import { withNewPage } from './browser.ts'
import type { ThrottledProxy } from './throttled-proxy.ts'

/** Times in milliseconds; all requests and bytes in the first ten seconds, those of the service worker included. */
export type Load = {
  firstPaint: number
  largestPaint: number
  blockingTime: number
  layoutShift: number
  requests: number
  bytes: number
}

const watchedMillis = 10_000

/**
 * Measures one first visit. The reader starts to scroll one second after the page has loaded, so that work for a page in
 * use is included. The largest paint is the last one before that, as browsers define it.
 */
export async function measureLoad(
  browser: Browser,
  line: ThrottledProxy,
  path: string,
  width: number,
): Promise<Load> {
  return withNewPage(browser, width, async (page) => {
    await page.addInitScript(observe)
    line.takeTraffic()
    const start = Date.now()
    await page.goto(line.address + path, { waitUntil: 'load' })
    await page.waitForTimeout(1000)
    await page.mouse.move(width / 2, 400)
    await page.mouse.wheel(0, 300)
    await page.waitForTimeout(start + watchedMillis - Date.now())
    const seen = await page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen)
    const { requests, bytes } = line.takeTraffic()
    return { ...seen, requests, bytes }
  })
}

type Seen = Pick<Load, 'firstPaint' | 'largestPaint' | 'blockingTime' | 'layoutShift'>

/** Runs in the page before all other scripts. */
function observe(): void {
  const seen: Seen = { firstPaint: 0, largestPaint: 0, blockingTime: 0, layoutShift: 0 }
  Object.assign(globalThis, { seen })
  const watch = (
    type: string,
    take: (entry: PerformanceEntry & { value?: number; hadRecentInput?: boolean }) => void,
  ) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true })
  watch('paint', (entry) => {
    if (entry.name === 'first-contentful-paint') seen.firstPaint = entry.startTime
  })
  watch('largest-contentful-paint', (entry) => {
    seen.largestPaint = entry.startTime
  })
  watch('longtask', (entry) => {
    seen.blockingTime += Math.max(0, entry.duration - 50)
  })
  watch('layout-shift', (entry) => {
    if (!entry.hadRecentInput) seen.layoutShift += entry.value ?? 0
  })
}

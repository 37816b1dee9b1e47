import type { Browser } from '@playwright/test'
import { withNewPage } from './browser.ts'
import type { ThrottledProxy } from './throttled-proxy.ts'

/** Times in milliseconds; all requests and bytes in the first ten seconds, those of the service worker included. */
export type LoadMetrics = {
  firstPaint: number
  largestPaint: number
  blockingTime: number
  layoutShift: number
  requests: number
  bytes: number
}

const observationMillis = 10_000

/**
 * Measures one first visit. The reader starts to scroll one second after the page has loaded, so that work for a page in
 * use is included. The largest paint is the last one before that, as browsers define it.
 */
export async function measureLoad(
  browser: Browser,
  proxy: ThrottledProxy,
  path: string,
  width: number,
): Promise<LoadMetrics> {
  return withNewPage(browser, width, async (page) => {
    await page.addInitScript(observe)
    proxy.takeTraffic()
    const start = Date.now()
    await page.goto(proxy.address + path, { waitUntil: 'load' })
    await page.waitForTimeout(1000)
    await page.mouse.move(width / 2, 400)
    await page.mouse.wheel(0, 300)
    await page.waitForTimeout(start + observationMillis - Date.now())
    const metrics = await page.evaluate(() => (globalThis as unknown as { metrics: PaintMetrics }).metrics)
    const { requests, bytes } = proxy.takeTraffic()
    return { ...metrics, requests, bytes }
  })
}

type PaintMetrics = Pick<LoadMetrics, 'firstPaint' | 'largestPaint' | 'blockingTime' | 'layoutShift'>

/** Runs in the page before all other scripts. */
function observe(): void {
  const metrics: PaintMetrics = { firstPaint: 0, largestPaint: 0, blockingTime: 0, layoutShift: 0 }
  Object.assign(globalThis, { metrics })
  const observeEntries = (
    type: string,
    record: (entry: PerformanceEntry & { value?: number; hadRecentInput?: boolean }) => void,
  ) => new PerformanceObserver((list) => list.getEntries().forEach(record)).observe({ type, buffered: true })
  observeEntries('paint', (entry) => {
    if (entry.name === 'first-contentful-paint') metrics.firstPaint = entry.startTime
  })
  observeEntries('largest-contentful-paint', (entry) => {
    metrics.largestPaint = entry.startTime
  })
  observeEntries('longtask', (entry) => {
    metrics.blockingTime += Math.max(0, entry.duration - 50)
  })
  observeEntries('layout-shift', (entry) => {
    if (!entry.hadRecentInput) metrics.layoutShift += entry.value ?? 0
  })
}

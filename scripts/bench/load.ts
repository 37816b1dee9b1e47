import type { Browser } from '@playwright/test'
import { slowCpu } from './browser.ts'

/** Times in milliseconds, bytes as they crossed the network. */
export type Load = {
  firstPaint: number
  largestPaint: number
  blockingTime: number
  layoutShift: number
  htmlBytes: number
  scriptBytes: number
  styleBytes: number
  fontBytes: number
}

const slowNetwork = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (0.75 * 1024 * 1024) / 8,
}

/** One cold load of an address, with an empty cache. */
export async function measureLoad(browser: Browser, address: string): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  const session = await slowCpu(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', slowNetwork)
  const bytes = new Map<string, number>()
  const kinds = new Map<string, string>()
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? 'Other'
    bytes.set(kind, (bytes.get(kind) ?? 0) + encodedDataLength)
  })
  await page.addInitScript(observe)
  await page.goto(address, { waitUntil: 'networkidle' })
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen)
  await context.close()
  return {
    firstPaint: seen.firstPaint,
    largestPaint: seen.largestPaint,
    blockingTime: seen.blockingTime,
    layoutShift: seen.layoutShift,
    htmlBytes: bytes.get('Document') ?? 0,
    scriptBytes: bytes.get('Script') ?? 0,
    styleBytes: bytes.get('Stylesheet') ?? 0,
    fontBytes: bytes.get('Font') ?? 0,
  }
}

type Seen = { firstPaint: number; largestPaint: number; blockingTime: number; layoutShift: number }

/** Runs in the page before anything else. */
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

import { existsSync } from 'node:fs'
import type { Browser, LaunchOptions, Page } from '@playwright/test'
import { connectionProfile } from './throttled-proxy.ts'

export const browserOptions: LaunchOptions = {
  ...(existsSync('/usr/bin/chromium') && { executablePath: '/usr/bin/chromium' }),
  args: ['--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
}

export const widths = { phone: 390, desktop: 1280 }

/** Opens a page in a new browser context, at a quarter of this machine's speed. */
export async function withNewPage<Result>(
  browser: Browser,
  width: number,
  run: (page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({ viewport: { width, height: 844 } })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  // The proxy throttles the connection; this sets what the Network Information API reports.
  await session.send('Network.enable')
  await session.send('Network.overrideNetworkState', {
    offline: false,
    latency: connectionProfile.roundTripMillis,
    downloadThroughput: connectionProfile.bytesPerSecond,
    uploadThroughput: connectionProfile.bytesPerSecond,
  })
  try {
    return await run(page)
  } finally {
    await context.close()
  }
}

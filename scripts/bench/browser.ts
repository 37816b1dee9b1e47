import { existsSync } from 'node:fs'
import type { CDPSession, LaunchOptions, Page } from '@playwright/test'

export const browserOptions: LaunchOptions = {
  ...(existsSync('/usr/bin/chromium') && { executablePath: '/usr/bin/chromium' }),
  args: ['--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
}

/** A mid-range phone: a fourth of this machine's speed. */
export async function slowCpu(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  return session
}

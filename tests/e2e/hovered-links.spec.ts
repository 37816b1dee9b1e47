import type { Request } from '@playwright/test'
import { startStaticServer } from '#scripts/build/static-server.ts'
import { test as base, expect } from '#tests/support/test.ts'

type Site = { address: string; close: () => Promise<void> }

const test = base.extend<{ site: Site }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern
  site: async ({}, use) => {
    const server = await startStaticServer('build/client', { port: 0 })
    await use(server)
    await server.close()
  },
  baseURL: async ({ site }, use) => use(site.address),
  // The server is gone when the page asks for its icon.
  expected: [/Failed to load resource/],
})

for (const reach of ['hovered', 'focused'] as const)
  test(`a page whose link was ${reach} opens without another download`, async ({ page, site }) => {
    await page.goto('/internals')
    await page.waitForLoadState('networkidle')
    const pending = new Set<Request>()
    page.on('request', (request) => pending.add(request))
    page.on('requestfinished', (request) => pending.delete(request))
    const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Summary' })
    const data = page.waitForRequest('**/summary.data')
    await (reach === 'hovered' ? link.hover() : link.focus())
    await data
    await expect.poll(() => pending.size, 'unfinished downloads').toBe(0)
    await site.close()
    await link.click()
    await expect(page.getByRole('heading', { level: 1, name: 'Summary' })).toBeVisible()
  })

test('a link that a finger touches while scrolling downloads nothing', async ({ page }) => {
  const requested: string[] = []
  page.on('request', (request) => requested.push(new URL(request.url()).pathname))
  await page.goto('/internals')
  await page.waitForLoadState('networkidle')
  const link = (name: string) => page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name })
  await link('Summary').dispatchEvent('pointerover', { pointerType: 'touch' })
  const data = page.waitForRequest('**/progress.data')
  await link('Progress').dispatchEvent('pointerover', { pointerType: 'mouse' })
  await data
  expect(requested).not.toContain('/summary.data')
})

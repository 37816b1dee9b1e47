import type { Page, Request } from '@playwright/test'
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

const summaryLink = (page: Page) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Summary' })
const isSummary = (page: Page) =>
  expect(page.getByRole('heading', { level: 1, name: 'Summary' })).toBeVisible()

/** Opens a page and returns what waits until everything that it requests from now on has arrived. */
async function openArea(page: Page): Promise<() => Promise<void>> {
  await page.goto('/internals')
  await page.waitForLoadState('networkidle')
  const requests = { started: 0, arrived: 0 }
  page.on('request', () => (requests.started += 1))
  page.on('requestfinished', () => (requests.arrived += 1))
  return async () => {
    await expect.poll(() => requests.started > 1 && requests.started === requests.arrived).toBe(true)
  }
}

for (const reach of ['hovered', 'focused'] as const)
  test(`a page whose link was ${reach} opens without another download`, async ({ page, site }) => {
    const hasArrived = await openArea(page)
    await (reach === 'hovered' ? summaryLink(page).hover() : summaryLink(page).focus())
    await hasArrived()
    await site.close()
    await summaryLink(page).click()
    await isSummary(page)
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

for (const [name, answer] of [
  ['was an error', { status: 503 }],
  ['was missing', { status: 404 }],
  ['was no answer', 'abort'],
] as const)
  test(`a page whose data ${name} when its link was hovered opens with a click`, async ({ page }) => {
    let isFirst = true
    await page.route('**/summary.data', (route) => {
      if (!isFirst) return route.continue()
      isFirst = false
      return answer === 'abort' ? route.abort() : route.fulfill(answer)
    })
    await page.goto('/internals')
    const isData = (request: Request) => request.url().endsWith('/summary.data')
    const end =
      answer === 'abort'
        ? page.waitForEvent('requestfailed', isData)
        : page.waitForEvent('requestfinished', isData)
    await summaryLink(page).hover()
    await end
    await summaryLink(page).click()
    await isSummary(page)
  })

test('a click does not wait for the data of a hovered link once its download has hung for long', async ({
  page,
}) => {
  // The browser’s own timer for this cannot be set forward.
  await page.addInitScript(() => {
    AbortSignal.timeout = (millis) => {
      const controller = new AbortController()
      setTimeout(() => controller.abort(), millis)
      return controller.signal
    }
  })
  await page.clock.install()
  let requests = 0
  await page.route('**/summary.data', (route) => {
    requests += 1
    return requests === 1 ? undefined : route.continue()
  })
  await page.goto('/internals')
  await summaryLink(page).hover()
  await expect.poll(() => requests).toBe(1)
  await summaryLink(page).click()
  await page.clock.fastForward(10_000)
  await isSummary(page)
})

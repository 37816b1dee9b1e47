import type { BrowserContext, Page } from '@playwright/test'
import { expect, test } from '#tests/support/test.ts'

test.use({ serviceWorkers: 'allow' })
// Pages are stored only while the browser is idle, which may take a while.
test.describe.configure({ timeout: 180_000 })

/** Uses a page, because only a page that is used is stored. */
async function use(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).click()
}

/** The paths that the service worker has stored, relative to the site’s address. */
function storedPaths(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('docker-mastery.kept'))
    const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return keys.flat().map(({ url }) => new URL(url).pathname.slice(1))
  })
}

async function untilStored(page: Page, data: string): Promise<void> {
  await expect.poll(() => storedPaths(page), { timeout: 60_000 }).toContain(data)
}

/** Collects the addresses that the service worker requests from now on, including its own script. */
function serviceWorkerRequests(context: BrowserContext): string[] {
  const requests: string[] = []
  context.on('request', (request) => {
    if (request.serviceWorker() || request.url().endsWith('/sw.js')) requests.push(request.url())
  })
  return requests
}

test.describe('offline', () => {
  // Chromium logs failed requests to the console.
  test.use({ expected: [/Failed to load resource/] })

  test('visited pages open with their quick checks, others say that they are not stored, unknown ones that they do not exist', async ({
    page,
    context,
  }) => {
    await page.goto('/internals/cgroups')
    await use(page)
    await untilStored(page, 'internals/cgroups.data')
    await page.goto('/storage/tmpfs')
    await use(page)
    await untilStored(page, 'storage/tmpfs.data')
    await context.setOffline(true)

    await expectCheckAt(page, '/internals/cgroups', 'Cgroups', 'beginner')
    await expectCheckAt(page, '/storage/tmpfs?role=practitioner', 'tmpfs', 'practitioner')

    await page.goto('/compose/profiles-and-overrides')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'This page is not stored in this browser',
    )
    await page.getByRole('main').getByRole('link', { name: 'Cgroups' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cgroups')

    await page.goto('/no/such-page')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found')
  })

  test('the whole course, stored on request, can be read, searched and practiced until it is deleted', async ({
    page,
    context,
  }) => {
    await page.goto('/settings')
    await page.getByRole('button', { name: /^Save the whole course for offline use \(\d/ }).click()
    await expect(page.getByText(/The whole course is stored in this browser/)).toBeVisible({
      timeout: 90_000,
    })
    await context.setOffline(true)

    await page.goto('/search?q=cgroups')
    await page.getByRole('main').getByRole('listitem').first().getByRole('link').click()
    await expect(page.getByRole('heading', { level: 1, name: 'Cgroups' })).toBeVisible()
    await page.goto('/quiz/storage')
    await page.getByRole('button', { name: 'Start the quiz' }).click()
    await expect(page.getByRole('heading', { level: 2, name: '1 of 10' })).toBeVisible()
    await page.goto('/instructor')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

    await page.goto('/settings')
    await page.getByRole('button', { name: 'Delete the offline copy' }).click()
    await expect(page.getByText(/No pages are stored, and none will be/)).toBeVisible()
    expect(await storedPaths(page)).toEqual([])
  })

  test('a corrupted cache entry is never shown and is replaced', async ({ page, context }) => {
    await page.goto('/internals/cgroups')
    await use(page)
    await untilStored(page, 'internals/cgroups.data')
    await damage(page, 'internals/cgroups.data')
    await context.setOffline(true)
    await page.goto('/internals/cgroups')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'This page is not stored in this browser',
    )

    await context.setOffline(false)
    await page.goto('/internals/cgroups')
    await use(page)
    await untilStored(page, 'internals/cgroups.data')
    await context.setOffline(true)
    await expectCheckAt(page, '/internals/cgroups', 'Cgroups', 'beginner')
  })
})

test('nothing is stored or prefetched until the page is used', async ({ page, context }) => {
  const requests = serviceWorkerRequests(context)
  await page.goto('/internals/cgroups', { waitUntil: 'networkidle' })
  await expect(page.locator('article')).toHaveCount(2)
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2000 })))
  expect(requests).toEqual([])
  expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations())).toEqual([])

  await use(page)
  await expect.poll(() => requests.length, { timeout: 30_000 }).toBeGreaterThan(0)
  // The open page is stored first.
  await untilStored(page, 'internals/cgroups.data')
  expect((await storedPaths(page)).filter((path) => path.endsWith('.data'))).toEqual([
    'internals/cgroups.data',
  ])
})

test('with data saver on, only requested pages are stored', async ({ page, context }) => {
  await context.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '4g' } })
  })
  const requests = serviceWorkerRequests(context)
  await page.goto('/settings')
  await use(page)
  await expect(page.getByText(/more pages are stored only when you ask for them/)).toBeVisible()
  expect(requests).toEqual([])
  await page.getByRole('button', { name: /^Save the whole course for offline use/ }).click()
  await expect(page.getByText(/of \d+ pages/)).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText(/This browser stores \d+ of \d+ pages/)).toBeVisible()
})

async function expectCheckAt(page: Page, address: string, title: string, depth: string): Promise<void> {
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  // The code of a check loads when the reader scrolls near it.
  await page
    .getByRole('heading', { level: 3, name: `Key takeaways of the ${depth} depth` })
    .scrollIntoViewIfNeeded()
  const question = page
    .getByRole('region', { name: `Quick check of the ${depth} depth` })
    .getByRole('listitem')
    .first()
  await expect(question.getByRole('button').first()).toBeVisible()
}

/** Corrupts a stored file, as an interrupted write or a failing disk would. */
async function damage(page: Page, path: string): Promise<void> {
  await page.evaluate(async (damaged) => {
    for (const name of (await caches.keys()).filter((each) => each.startsWith('docker-mastery.kept'))) {
      const cache = await caches.open(name)
      const stored = await cache.match(`/${damaged}`)
      const text = await stored?.text()
      if (text) await cache.put(`/${damaged}`, new Response(text.slice(0, text.length / 2)))
    }
  }, path)
}

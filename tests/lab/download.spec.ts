import type { Page } from '@playwright/test'
import { expect, test } from '#tests/support/test.ts'
import { screen, startLab, type, untilPrompt } from './machine.ts'

const parts = /\/lab\/parts\//

test('only the machine’s manifest is downloaded before the click', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto('/labs/sandbox')
  await page.waitForLoadState('networkidle')
  const paths = asked.map((url) => new URL(url).pathname)
  expect(paths.filter((path) => path.startsWith('/lab/'))).toEqual(['/lab/manifest.json'])
})

test('a canceled download resumes where it stopped', async ({ page, context }) => {
  let count = 0
  const others = Promise.withResolvers<void>()
  await context.route(parts, async (route) => {
    count += 1
    // The first two arrive; the rest wait.
    if (count > 2) await others.promise
    await route.continue().catch(() => undefined)
  })
  await page.goto('/labs/sandbox')
  await page.getByRole('button', { name: 'Start the machine' }).click()
  await expect.poll(() => count).toBeGreaterThan(2)
  const storedCount = () =>
    page.evaluate(async () => (await (await caches.open('docker-mastery.lab-image')).keys()).length)
  // The manifest, the emulator’s program and two parts.
  await expect.poll(storedCount).toBeGreaterThan(3)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('What has arrived is saved')).toBeVisible()
  expect(await storedCount()).toBeGreaterThan(1)
  others.resolve()
  await context.unroute(parts)
  await page.getByRole('button', { name: 'Continue' }).click()
  await untilPrompt(page)
})

test('a part that is corrupted twice is reported and never used', async ({ page, context }) => {
  let isFirst = true
  let broken = ''
  await context.route(parts, (route) => {
    if (isFirst) broken = route.request().url()
    isFirst = false
    return route.request().url() === broken ? route.fulfill({ body: 'not the part' }) : route.continue()
  })
  await page.goto('/labs/sandbox')
  await page.getByRole('button', { name: 'Start the machine' }).click()
  await expect(page.getByText(/arrived damaged twice/)).toBeVisible()
  await context.unroute(parts)
  await page.getByRole('button', { name: 'Start again' }).click()
  await untilPrompt(page)
})

/** The names of the chunks for running labs that the service worker has stored. */
async function storedCode(page: Page): Promise<string[]> {
  const addresses = await page.evaluate(async () => {
    if (!(await caches.has('docker-mastery.lab-code'))) return []
    return (await (await caches.open('docker-mastery.lab-code')).keys()).map(({ url }) => url)
  })
  const names = addresses.map((address) => /([a-z-]+)-[^/]+$/.exec(address)?.[1] ?? address)
  return names.filter((name) => /-(pane|worker)$/.test(name)).sort()
}

test.describe('stored', () => {
  // Two kinds of requests may fail offline: fonts, which are stored only with the home page, and the manifest, which a
  // lab requests before it uses the stored one.
  test.use({
    serviceWorkers: 'allow',
    expected: [/Failed to load resource.*(\.woff2|\/lab\/manifest\.json)/],
  })

  test('after one visit the machine starts offline', async ({ page, context }) => {
    await startLab(page)
    await type(page, 'docker run --rm busybox:1 echo first-visit')
    await expect(screen(page)).toContainText('first-visit\n')
    await expect.poll(() => storedCode(page)).toEqual(['editor-pane', 'machine-worker', 'terminal-pane'])
    // The page itself is stored once the browser is idle.
    await expect.poll(() => page.evaluate(() => caches.match('/labs/sandbox.data').then(Boolean))).toBe(true)
    await context.setOffline(true)
    await startLab(page)
    await type(page, 'docker run --rm busybox:1 echo without-a-network')
    await expect(screen(page)).toContainText('without-a-network\n')
  })

  test('the settings page shows what is stored, stores the rest, and deletes it', async ({ page }) => {
    await startLab(page)
    await page.goto('/settings')
    await expect(page.getByText(/This browser stores \d+ MB/)).toBeVisible()
    await page.getByRole('button', { name: /^Save all of it for offline use/ }).click()
    await expect(page.getByText(/All of it is stored in this browser \(\d+ MB/)).toBeVisible()
    await page.getByRole('button', { name: 'Delete the machine’s image' }).click()
    await expect(page.getByText('None of it is stored in this browser.')).toBeVisible()
  })
})

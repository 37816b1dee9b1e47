import type { Page } from '@playwright/test'
import { expect, test } from '#tests/support/test.ts'

/** Waits until the next lesson is prerendered, which happens when the browser is idle. */
async function untilNextIsPrerendered(page: Page): Promise<void> {
  await expect(page.locator('article')).toHaveCount(2)
}

/** Waits until the height of the page is final: content is laid out when it comes near the window. */
async function untilStill(page: Page): Promise<void> {
  const height = () => document.documentElement.scrollHeight
  await expect
    .poll(async () => {
      const before = await page.evaluate(height)
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
      return (await page.evaluate(height)) - before
    })
    .toBe(0)
}

test('a click shows the prerendered next lesson with its address, title and focus', async ({ page }) => {
  await page.goto('/internals/cgroups')
  await untilNextIsPrerendered(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cgroups')
  await page.getByRole('link', { name: 'Next Modular Runtime' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Modular Runtime')
  await expect(page).toHaveURL(/\/internals\/modular-runtime$/)
  await expect(page).toHaveTitle('Modular Runtime · Docker Mastery')
  await expect(page.locator('main')).toBeFocused()
  expect(await page.evaluate(() => scrollY)).toBe(0)
})

test('going back restores the position in the lesson', async ({ page }) => {
  await page.goto('/internals/cgroups')
  await untilNextIsPrerendered(page)
  const next = page.getByRole('link', { name: 'Next Modular Runtime' })
  await next.hover()
  await untilStill(page)
  const left = await page.evaluate(() => scrollY)
  expect(left).toBeGreaterThan(500)
  await next.click()
  await expect(page).toHaveURL(/\/internals\/modular-runtime$/)
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cgroups')
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(left)
  await page.goForward()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Modular Runtime')
})

test('a lesson counts as opened when it is shown, not when it is prerendered', async ({ page }) => {
  await page.goto('/internals/cgroups')
  await untilNextIsPrerendered(page)
  const opened = () =>
    page.evaluate(() =>
      localStorage.getItem('docker-mastery.progress')?.includes('internals.modular-runtime'),
    )
  expect(await opened()).toBeFalsy()
  await page.getByRole('link', { name: 'Next Modular Runtime' }).click()
  await expect.poll(opened).toBe(true)
})

test('a link in the text opens in a new tab with the reader’s modifier key', async ({ page, context }) => {
  await page.goto('/internals/cgroups')
  const opened = context.waitForEvent('page')
  await page.getByRole('link', { name: 'Next Modular Runtime' }).click({ modifiers: ['ControlOrMeta'] })
  await expect((await opened).getByRole('heading', { level: 1 })).toHaveText('Modular Runtime')
  await expect(page).toHaveURL(/\/internals\/cgroups$/)
})

test.describe('offline', () => {
  test.use({ expected: [/net::ERR_FAILED/] })

  test('if the next lesson cannot be prefetched, the current one stays', async ({ page }) => {
    const refused = page.waitForEvent('requestfailed')
    await page.route('**/internals/modular-runtime.data*', (route) => route.abort())
    await page.goto('/internals/cgroups')
    await refused
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2000 })))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cgroups')
  })
})

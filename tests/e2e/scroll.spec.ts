import type { Page } from '@playwright/test'
import { expect, test } from '#tests/support/test.ts'

const top = (page: Page) => page.evaluate(() => Math.round(scrollY))

test('a reload stays where the reader was, and another page begins at its top', async ({ page }) => {
  await page.goto('/glossary')
  await page.evaluate(() => scrollTo(0, 1500))
  await page.reload()
  await expect.poll(() => top(page)).toBe(1500)
  await page.goto('/internals/cgroups')
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport()
  expect(await top(page)).toBe(0)
})

// Known fault: after a reload and another page Chromium is at times off by 52 px, the height of the header.
test.fixme('going back leads to where the reader was', async ({ page }) => {
  await page.goto('/glossary')
  await page.evaluate(() => scrollTo(0, 1500))
  await page.reload()
  await expect.poll(() => top(page)).toBe(1500)
  await page.goto('/internals/cgroups')
  await page.goBack()
  await expect.poll(() => top(page)).toBe(1500)
})

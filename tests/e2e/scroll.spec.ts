import { expect, test } from '#tests/support/page.ts'

test('a reload stays where the reader was, and another page begins at its top', async ({ page }) => {
  const top = () => page.evaluate(() => Math.round(scrollY))
  await page.goto('/glossary')
  await page.evaluate(() => scrollTo(0, 1500))
  await page.reload()
  await expect.poll(top).toBe(1500)
  await page.goto('/internals/cgroups')
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport()
  expect(await top()).toBe(0)
  await page.goBack()
  await expect.poll(top).toBe(1500)
})

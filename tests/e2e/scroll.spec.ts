import type { Page } from '@playwright/test'
import { expect, test } from '#tests/support/test.ts'

/** The text at the top of the window, below the header, and how far from the top it begins. */
const textAtTop = (page: Page) =>
  page.evaluate(() => {
    const texts = [...document.querySelectorAll('main :is(h2, h3, p, dt, li, pre)')]
    const text = texts.find((each) => each.getBoundingClientRect().bottom > 80)
    return { text: text?.textContent, top: Math.round(text?.getBoundingClientRect().top ?? Number.NaN) }
  })

test('a reload keeps the scroll position, and another page begins at its top', async ({ page }) => {
  await page.goto('/glossary')
  await page.evaluate(() => scrollTo(0, 1500))
  const left = await textAtTop(page)
  await page.reload()
  await expect.poll(() => textAtTop(page)).toEqual(left)
  await page.goto('/internals/cgroups')
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport()
  expect(await page.evaluate(() => scrollY)).toBe(0)
})

for (const address of ['/glossary', '/internals/cgroups?role=practitioner'])
  test(`going back to ${address} restores the position in the text, with or without the web font`, async ({
    page,
    expected,
  }) => {
    expected.push(/ERR_FAILED/)
    // Fonts are asked for at the first visit too.
    await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: {} }))
    await page.goto(address)
    await page.evaluate(() => scrollTo(0, 1500))
    const left = await textAtTop(page)
    for (const hasFonts of [false, true]) {
      await page.unrouteAll()
      if (!hasFonts) await page.route('**/*.woff2', (route) => route.abort())
      await page.goto('/about')
      await page.goBack()
      await page.evaluate(() => document.fonts.ready)
      await expect.poll(() => textAtTop(page)).toEqual(left)
    }
    await page.reload()
    await expect.poll(() => textAtTop(page)).toEqual(left)
  })

import type { Page } from '@playwright/test'
import { expect, test } from '#tests/support/test.ts'

/**
 * The first text below the header, and its distance from the top of the window. Text in closed depths is left out,
 * because it has a position once it has been laid out, and so is the figure, because it stays in view on the stage.
 */
const textAtTop = (page: Page) =>
  page.evaluate(() => {
    const texts = document.querySelectorAll('main :is(h2, h3, p, dt, li, pre):not([hidden] *, figure *)')
    const [first] = [...texts]
      .map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }))
      .filter(({ box }) => box.bottom > 80)
      .sort((a, b) => a.box.top - b.box.top)
    return { text: first?.text, top: first?.box.top ?? Number.NaN }
  })

/** Allows for one pixel, because the browser may round the scroll position. */
const expectTextAtTop = (page: Page, { text, top }: Awaited<ReturnType<typeof textAtTop>>) =>
  expect(async () => {
    const now = await textAtTop(page)
    expect(now.text).toBe(text)
    expect(Math.abs(now.top - top), `${now.top} is not ${top}`).toBeLessThanOrEqual(1)
  }).toPass({ timeout: 5000 })

test('a reload keeps the scroll position, and another page begins at its top', async ({ page }) => {
  await page.goto('/glossary')
  await page.evaluate(() => scrollTo(0, 1500))
  const left = await textAtTop(page)
  await page.reload()
  await expectTextAtTop(page, left)
  await page.goto('/internals/cgroups')
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport()
  expect(await page.evaluate(() => scrollY)).toBe(0)
})

test('going back to a page that was left before hydration restores the position in the text', async ({
  page,
  expected,
}) => {
  expected.push(/ERR_FAILED/)
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: {} }))
  await page.goto('/about')
  await page.route('**/*.js', (route) => route.abort())
  await page.evaluate(() => location.assign('/internals/cgroups?role=practitioner'))
  await page.waitForURL('**/internals/cgroups?role=practitioner')
  await page.evaluate(() => document.fonts.ready)
  await page.evaluate(() => scrollTo(0, 1500))
  const left = await textAtTop(page)
  await page.unrouteAll()
  await page.route('**/*.woff2', (route) => route.abort())
  await page.goto('/about')
  await page.goBack()
  await expectTextAtTop(page, left)
})

for (const address of ['/glossary', '/internals/cgroups?role=practitioner'])
  test(`going back to ${address} restores the position in the text, with or without the web font`, async ({
    page,
    expected,
  }) => {
    expected.push(/ERR_FAILED/)
    // Without connection data, the fonts load at the first visit as well.
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
      await expectTextAtTop(page, left)
    }
    await page.reload()
    await expectTextAtTop(page, left)
  })

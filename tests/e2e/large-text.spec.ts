import type { Page } from '@playwright/test'
import { pageAddresses } from '#tests/support/course.ts'
import { openAll, whatSticksOut } from '#tests/support/look.ts'
import { expect, test } from '#tests/support/page.ts'

/**
 * Text at 200 % by the browser's own setting (32 px instead of 16): all rem and every breakpoint follow,
 * as they do for a reader who set it. It is a setting of the browser, hence one of its own.
 */
test.use({
  trace: 'off',
  launchOptions: async ({ launchOptions }, use) => {
    const args = [...(launchOptions.args ?? []), '--blink-settings=defaultFontSize=32']
    await use({ ...launchOptions, args })
  },
})

const addresses = [...pageAddresses(), '/search?q=tmpfs', '/summary?role=manager']

// In thirds, so that no worker is left alone with all of them.
for (const third of [0, 1, 2]) {
  test(`with text at 200 % no page scrolls sideways, ${third + 1} of 3`, async ({ page }) => {
    await page.goto('/about')
    const size = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)
    expect(size, 'twice the 18 px of this site').toBe('36px')
    for (const address of addresses.filter((_, index) => index % 3 === third)) {
      await page.goto(address)
      await openAll(page)
      for (const width of [1280, 640, 320]) {
        expect.soft(await whatSticksOut(page, width), `${address} at ${width} px`).toEqual([])
      }
    }
  })
}

test('with text at 200 % by a style sheet the header wraps, and nothing is cut off or covered', async ({
  browser,
  baseURL,
}) => {
  const page = await browser.newPage({ baseURL: baseURL ?? '' })
  for (const address of [
    '/',
    '/summary',
    '/internals/cgroups',
    '/quiz/internals',
    '/settings',
    '/instructor',
  ]) {
    await page.goto(address)
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '225%'))
    for (const width of [1280, 960, 640, 320]) {
      expect.soft(await whatSticksOut(page, width), `${address} at ${width} px`).toEqual([])
      expect.soft(await overlapsIn(page, 'header'), `the header of ${address} at ${width} px`).toEqual([])
    }
  }
  await page.close()
})

/** Links, buttons and fields of the place that lie over one another. */
async function overlapsIn(page: Page, place: string): Promise<string[]> {
  return page
    .locator(place)
    .first()
    .evaluate((header) => {
      const controls = [...header.querySelectorAll('a, button, select')].filter((control) =>
        control.checkVisibility(),
      )
      const boxes = controls.map((control) => ({
        name: control.textContent,
        box: control.getBoundingClientRect(),
      }))
      return boxes.flatMap(({ name, box }, index) =>
        boxes
          .slice(index + 1)
          .filter((other) => box.left < other.box.right - 1 && other.box.left < box.right - 1)
          .filter((other) => box.top < other.box.bottom - 1 && other.box.top < box.bottom - 1)
          .map((other) => `${name} and ${other.name}`),
      )
    })
}

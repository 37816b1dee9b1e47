import { pageAddresses } from '#tests/support/content.ts'
import { openAll, overflowingElements } from '#tests/support/page-checks.ts'
import { expect, test } from '#tests/support/test.ts'

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
        expect.soft(await overflowingElements(page, width), `${address} at ${width} px`).toEqual([])
      }
    }
  })
}

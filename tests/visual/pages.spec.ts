import { pageAddresses } from '#tests/support/content.ts'
import { openAll } from '#tests/support/page-checks.ts'
import { expect, test } from '#tests/support/test.ts'
import { openStill, waitUntilStill } from './still-page.ts'

/** A screenshot can be 16,384 pixels high at most, and long pages on a phone are higher. */
const sliceHeight = 8000

for (const address of [...pageAddresses(), '/search?q=tmpfs']) {
  test(`${address} looks unchanged`, async ({ page }) => {
    await openStill(page, address)
    await openAll(page)
    await waitUntilStill(page)
    const { width, height } = await page.evaluate(() => ({
      width: document.documentElement.clientWidth,
      height: document.documentElement.scrollHeight,
    }))
    const name = address.slice(1).replaceAll(/[^a-z0-9]+/g, '-') || 'home'
    for (let y = 0; y < height; y += sliceHeight) {
      const clip = { x: 0, y, width, height: Math.min(sliceHeight, height - y) }
      const picture = ['pages', `${name}-${y / sliceHeight + 1}.png`]
      await expect.soft(page).toHaveScreenshot(picture, { fullPage: true, clip })
    }
  })
}

import { pageAddresses } from '#tests/support/course.ts'
import { faultsInBothThemes, openAll, whatSticksOut } from '#tests/support/look.ts'
import { expect, test } from '#tests/support/page.ts'

// Recording what every page looks like would take longer than the checks.
test.use({ trace: 'off' })

for (const address of pageAddresses()) {
  test(`axe finds nothing on ${address} in light and dark, and it fits 320 px`, async ({ page }) => {
    await page.goto(address)
    await openAll(page)
    expect.soft(await faultsInBothThemes(page)).toEqual([])
    expect.soft(await whatSticksOut(page, 320), 'at 320 px').toEqual([])
  })
}

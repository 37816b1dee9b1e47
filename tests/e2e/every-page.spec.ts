import { pageAddresses } from '#tests/support/content.ts'
import { expectAccessiblePage, openAll } from '#tests/support/page-checks.ts'
import { test } from '#tests/support/test.ts'

// Recording what every page looks like would take longer than the checks.
test.use({ trace: 'off' })

for (const address of pageAddresses()) {
  test(`axe finds nothing on ${address} in light and dark, and it fits 320 px`, async ({ page }) => {
    await page.goto(address)
    await openAll(page)
    await expectAccessiblePage(page)
  })
}

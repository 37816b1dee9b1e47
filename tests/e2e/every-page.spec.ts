import { pageAddresses } from '#tests/support/course.ts'
import { expectAccessiblePage, openAll } from '#tests/support/look.ts'
import { test } from '#tests/support/page.ts'

// Recording what every page looks like would take longer than the checks.
test.use({ trace: 'off' })

for (const address of pageAddresses()) {
  test(`axe finds nothing on ${address} in light and dark, and it fits 320 px`, async ({ page }) => {
    await page.goto(address)
    await openAll(page)
    await expectAccessiblePage(page)
  })
}

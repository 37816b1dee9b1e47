import { readLabs } from '#scripts/lab/read-labs.ts'
import { expectWellMade, openAll } from '#tests/support/look.ts'
import { expect, test } from '#tests/support/page.ts'
import { startLab } from './machine.ts'

const addresses = ['/labs', '/labs/sandbox', ...readLabs().map(({ lab }) => `/labs/${lab.id}`)]

for (const address of addresses) {
  test(`axe finds nothing on ${address} in light and dark, and it fits 320 px`, async ({ page }) => {
    await page.goto(address)
    await openAll(page)
    await expectWellMade(page)
  })
}

test('axe finds nothing while the machine runs, and the page fits 320 px', async ({ page }) => {
  await startLab(page, '/labs/one-kernel')
  await page.getByText('What the engine holds now').click()
  await expect(page.getByRole('table')).toContainText('busybox:1')
  await page.getByText('Look at a published port').click()
  await expectWellMade(page)
})

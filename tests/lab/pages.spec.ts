import { expectAccessiblePage } from '#tests/support/page-checks.ts'
import { expect, test } from '#tests/support/test.ts'
import { engine, startLab } from './machine.ts'

// tests/e2e/every-page.spec.ts checks lab pages without a running machine.
test('axe finds nothing while the machine runs, and the page fits 320 px', async ({ page }) => {
  await startLab(page, '/labs/one-kernel')
  await expect(engine(page)).toContainText('busybox:1')
  await page.getByText('Open a published port').click()
  await expectAccessiblePage(page)
})

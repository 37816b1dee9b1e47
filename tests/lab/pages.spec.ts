import { expectAccessiblePage } from '#tests/support/page-checks.ts'
import { expect, test } from '#tests/support/test.ts'
import { engine, screen, startLab, terminal, type } from './machine.ts'

// tests/e2e/every-page.spec.ts checks lab pages without a running machine.
test('axe finds nothing while the machine runs, and the page fits 320 px', async ({ page }) => {
  await startLab(page, '/labs/one-kernel')
  await expect(engine(page)).toContainText('busybox:1')
  await page.getByText('Open a published port').click()
  await expectAccessiblePage(page)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 780 } })

  test('the terminal has 80 columns and scrolls sideways, and they can be made to fit instead', async ({
    page,
  }) => {
    await startLab(page)
    const scroller = page.locator('.lab-screen')
    const scrolled = () => scroller.evaluate((element) => element.scrollLeft)
    await type(page, 'stty size')
    await expect(screen(page)).toContainText(/size\s*\d+ 80/)
    await terminal(page).focus()
    await page.keyboard.type('echo a line that goes on beyond what a phone can show')
    await expect.poll(scrolled, 'the screen follows the cursor').toBeGreaterThan(0)
    await page.keyboard.press('Enter')
    await expect.poll(scrolled, 'and returns to the start of the line').toBe(0)
    await page.getByRole('button', { name: '80 columns' }).click()
    await expect
      .poll(() => scroller.evaluate((element) => element.scrollWidth - element.clientWidth))
      .toBeLessThanOrEqual(0)
    await expectAccessiblePage(page)
  })
})

import type { Page } from '@playwright/test'
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
  test.use({ viewport: { width: 390, height: 780 }, hasTouch: true })

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

  test('a finger scrolls back through the output, and sideways', async ({ page }) => {
    await startLab(page)
    await type(page, 'seq 100 $((80 * 2))')
    await expect(screen(page)).toContainText('160')
    await expect(screen(page)).not.toContainText('110')
    const box = await page.locator('.lab-screen').boundingBox()
    const { x = 0, y = 0 } = box ?? {}
    await drag(page, { x: x + 250, y: y + 20 }, { x: x + 250, y: y + 240 })
    await expect(screen(page)).not.toContainText('160')
    await drag(page, { x: x + 250, y: y + 100 }, { x: x + 50, y: y + 110 })
    await expect
      .poll(() => page.locator('.lab-screen').evaluate((element) => element.scrollLeft))
      .toBeGreaterThan(0)
  })
})

type Point = { x: number; y: number }

async function drag(page: Page, from: Point, to: Point): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints })
  await send('touchStart', [from])
  for (const part of [0.1, 0.4, 0.7, 1])
    await send('touchMove', [{ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }])
  await send('touchEnd', [])
}

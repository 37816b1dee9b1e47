import type { Page } from '@playwright/test'
import { layoutShiftOf, recordLayoutShift } from '#tests/support/layout-shift.ts'
import { expect, test } from '#tests/support/test.ts'

/** The figure stands in the practitioner's depth of this lesson; beginners have only marks. */

const address = '/internals/cgroups'
const figure = (page: Page) => page.locator('figure[data-figure="shared-host"]')
const state = (page: Page, name: string) => figure(page).getByRole('radio', { name, exact: true })
const deeper = (page: Page) => page.getByRole('region', { name: 'Go deeper' })
const mark = (page: Page, text: string) => page.locator('.figure-mark').filter({ hasText: text }).first()

test.describe('on a wide screen', () => {
  test.use({ viewport: { width: 1440, height: 900 } })

  test('a figure of a closed depth follows the marks of the open text, without a shift', async ({ page }) => {
    await recordLayoutShift(page)
    await page.goto(address)
    await expect(state(page, 'No limits')).toBeChecked()
    await mark(page, 'Too high a limit').evaluate((element) => element.scrollIntoView({ block: 'start' }))
    await expect(state(page, 'Too high a limit')).toBeChecked()
    await expect(figure(page)).toBeInViewport()
    await expect(mark(page, 'Too high a limit').locator('.plate-drawing')).toBeHidden()
    expect(await layoutShiftOf(page)).toBeLessThan(0.01)
  })

  test('another role at the top of the page gets the first state of its own text', async ({ page }) => {
    await page.goto(address)
    await expect(state(page, 'No limits')).toBeChecked()
    await page.getByRole('combobox', { name: 'Read as' }).selectOption('practitioner')
    await expect(state(page, 'Shares')).toBeChecked()
  })

  test('a figure shown in the text opens its depth, and comes back beside the text', async ({ page }) => {
    await page.goto(address)
    await figure(page).getByRole('button', { name: 'Show in the text' }).click()
    await expect(deeper(page).getByRole('button', { name: 'Close the practitioner depth' })).toBeVisible()
    await expect(figure(page)).toBeInViewport()
    const back = figure(page).getByRole('button', { name: 'Show beside the text' })
    await expect(back).toBeFocused()
    await back.click()
    await expect(figure(page)).toBeInViewport()
  })

  test('a match of find-in-page in a figure beside the text does not open its depth', async ({ page }) => {
    await page.goto(address)
    const place = page.locator('.figure-place').filter({ has: figure(page) })
    await expect(place).toHaveAttribute('hidden', 'until-found')
    await place.dispatchEvent('beforematch', { bubbles: true })
    await expect(deeper(page).getByRole('button', { name: 'Open the practitioner depth' })).toBeVisible()
  })

  test('when no open text speaks of the figure, it is not shown', async ({ page }) => {
    await page.goto(address)
    await expect(figure(page)).toBeVisible()
    await page.getByRole('button', { name: 'Close the beginner depth' }).click()
    await expect(figure(page)).toBeHidden()
    await page.getByRole('combobox', { name: 'Read as' }).selectOption('manager')
    await expect(figure(page)).toBeHidden()
    await page.getByRole('button', { name: 'Open the beginner depth' }).click()
    await expect(figure(page)).toBeVisible()
  })

  test('a figure that would answer a prediction comes with the answer', async ({ page }) => {
    await page.goto('/networking/overlay')
    const frame = page.locator('figure[data-figure="vxlan-frame"]')
    await expect(frame).toBeHidden()
    await page.getByRole('button', { name: 'Only which host talks to which' }).click()
    await expect(frame).toBeInViewport()
    await expect(frame.getByText('Anyone along the way can read all of it.').first()).toBeVisible()
  })
})

test('on a phone, a figure of a closed depth is not shown; each mark of the open text shows its state', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(address)
  await expect(figure(page)).toBeHidden()
  await mark(page, 'Too high a limit').scrollIntoViewIfNeeded()
  await expect(mark(page, 'Too high a limit').locator('.plate-drawing')).toBeVisible()
  await page.getByRole('button', { name: 'Open the practitioner depth' }).click()
  await expect(figure(page)).toBeVisible()
})

test('on paper, a figure of a closed depth is in the text of that depth', async ({ page }) => {
  await page.goto(address)
  await page.emulateMedia({ media: 'print' })
  await expect(figure(page)).toBeVisible()
  const text = await deeper(page).getByRole('paragraph').first().boundingBox()
  await expect.poll(async () => (await figure(page).boundingBox())?.x).toBe(text?.x)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 1440, height: 900 } })

  test('the figure and the states of both depths are in the text', async ({ page }) => {
    await page.goto(address)
    await expect(figure(page)).toBeVisible()
    await expect(mark(page, 'Too high a limit').locator('.plate-drawing')).toBeVisible()
    const text = await deeper(page).getByRole('paragraph').first().boundingBox()
    expect((await figure(page).boundingBox())?.x).toBe(text?.x)
  })
})

import type { Page } from '@playwright/test'
import { isHydrated } from '#tests/support/is-hydrated.ts'
import { layoutShiftOf, recordLayoutShift } from '#tests/support/layout-shift.ts'
import { expect, test } from '#tests/support/test.ts'

/** This lesson has a stage and predictions; tests/content/figure-marks.test.ts checks which lessons do. */
const address = '/images/layering-and-cow'
const figure = (page: Page) => page.locator('figure[data-figure="ghost-weight"]')
const state = (page: Page, name: string) => figure(page).getByRole('radio', { name, exact: true })
const mark = (page: Page) => page.locator('.figure-mark').filter({ hasText: 'One RUN makes and removes' })
const paragraph = (page: Page, text: string) => page.getByRole('paragraph').filter({ hasText: text })

async function scrollToMiddle(page: Page, text: string): Promise<void> {
  await paragraph(page, text).evaluate((element) => element.scrollIntoView({ block: 'center' }))
}

test.describe('on a wide screen', () => {
  test.use({ viewport: { width: 1440, height: 900 } })

  test('the figure stays in view and shows the state of the paragraph; the page does not shift', async ({
    page,
  }) => {
    await recordLayoutShift(page)
    await page.goto(address)
    await expect(state(page, '+ dd')).toBeChecked()
    await scrollToMiddle(page, 'The habit: whatever a step creates')
    await expect(state(page, 'dd && rm')).toBeChecked()
    await expect(figure(page)).toBeInViewport()
    await expect(figure(page).locator('.plate-description')).toHaveAttribute('aria-live', 'off')
    await scrollToMiddle(page, 'You add a last line')
    await expect(state(page, '+ dd')).toBeChecked()
    expect(await layoutShiftOf(page)).toBeLessThan(0.01)
  })

  test('on a slow network, the text has its width before the figure arrives', async ({ page }) => {
    const widthOfText = () =>
      page
        .locator('.lesson-grid')
        .first()
        .evaluate((grid) => getComputedStyle(grid).gridTemplateColumns)
    await page.goto(address)
    const width = await widthOfText()
    await page.route(`**${address}`, async (route) => {
      const response = await route.fetch()
      const [beforeFigure] = (await response.text()).split('<div data-island="figure ')
      await route.fulfill({ response, body: `${beforeFigure}` })
    })
    // Without its scripts, the page cannot load the code of the figure.
    await page.route('**/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }))
    await page.evaluate(() => location.reload())
    await expect(figure(page)).toHaveCount(0)
    expect(await widthOfText()).toBe(width)
  })

  test('if the margin has room, the table of contents stays in view beside the figure', async ({ page }) => {
    await page.setViewportSize({ width: 1920, height: 1080 })
    await page.goto(address)
    await scrollToMiddle(page, 'The habit: whatever a step creates')
    await expect(page.getByRole('navigation', { name: 'On this page' })).toBeInViewport()
    await expect(figure(page)).toBeInViewport()
  })

  test('a chosen state stays until the next mark', async ({ page }) => {
    await page.goto(address)
    await scrollToMiddle(page, 'You add a last line')
    // A choice that is made before the figure's code has loaded counts from then on, perhaps at a later mark.
    await page.waitForFunction(isHydrated, 'figure[data-figure="ghost-weight"]')
    await state(page, 'FROM').check()
    await scrollToMiddle(page, 'The sheets have one great advantage')
    await expect(state(page, 'FROM')).toBeChecked()
    await scrollToMiddle(page, 'The habit: whatever a step creates')
    await expect(state(page, 'dd && rm')).toBeChecked()
  })

  test('keyboard focus and reading order reach the figure and its states in the order of the text', async ({
    page,
  }) => {
    await page.goto(address)
    await page.getByRole('link', { name: 'ghost weight' }).first().focus()
    await page.keyboard.press('Tab')
    await expect(state(page, '+ dd')).toBeFocused()
    const depth = page.getByRole('region', { name: 'Start here' })
    await expect(depth).toHaveText(/An image is a stack.*lays a second layer.*great advantage/s)
    await expect(mark(page)).toMatchAriaSnapshot('- figure /Plate 3.1. dd && rm/')
  })

  test('a closed stage is in the text, with the table of contents beside it, even after a reload', async ({
    page,
  }) => {
    await page.goto(address)
    const contents = page.getByRole('navigation', { name: 'On this page' })
    await figure(page).getByRole('button', { name: 'Show in the text' }).click()
    const back = figure(page).getByRole('button', { name: 'Show beside the text' })
    await expect(back).toBeFocused()
    await expect(figure(page)).toBeInViewport()
    await expect(mark(page).locator('.plate-drawing')).toBeVisible()
    await page.reload()
    await scrollToMiddle(page, 'The habit: whatever a step creates')
    await expect(contents).toBeInViewport()
    await expect(figure(page)).not.toBeInViewport()
    await back.click()
    await expect(figure(page)).toBeInViewport()
    await expect(mark(page).locator('.plate-drawing')).toBeHidden()
  })

  test('the answer opens with its figure, which does not give it away before', async ({ page }) => {
    await page.goto(address)
    const prediction = page.getByRole('button', { name: 'About −52 MB' })
    await prediction.evaluate((element) => element.scrollIntoView({ block: 'center' }))
    await expect(state(page, '+ dd')).toBeChecked()
    await prediction.press('Enter')
    await expect(page.getByRole('group', { name: 'The answer' })).toBeFocused()
    await expect(page.getByRole('region', { name: 'Terminal: A file created by one step' })).toBeVisible()
    await page.getByText('The rm row takes nothing away').scrollIntoViewIfNeeded()
    await expect(state(page, '+ rm')).toBeChecked()
  })

  test('with text at 200 % there is no room for both, and the figure is in the text', async ({ page }) => {
    await page.goto(address)
    const toggle = figure(page).getByRole('button', { name: 'Show in the text' })
    await expect(toggle).toBeVisible()
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '36px'))
    await expect(toggle).toBeHidden()
    await expect(mark(page).locator('.plate-drawing')).toBeVisible()
    // Until its code has loaded, the figure is about to be replaced, and has no size at that moment. It loads when it is
    // near the screen, which it may no longer be now that the text is large.
    await figure(page).evaluate((element) => element.scrollIntoView())
    await page.waitForFunction(isHydrated, 'figure[data-figure="ghost-weight"]')
    const [text, drawn] = [
      await paragraph(page, 'You add a last line').boundingBox(),
      await figure(page).boundingBox(),
    ]
    expect(drawn?.width).toBe(text?.width)
  })

  test('in print, the figure and each of its states are in the text', async ({ page }) => {
    await page.goto(address)
    await page.emulateMedia({ media: 'print' })
    await expect(mark(page).locator('.plate-drawing')).toBeVisible()
    await expect(figure(page)).toBeVisible()
    const text = await paragraph(page, 'You add a last line').boundingBox()
    // The prerendered drawing is replaced when its code loads.
    await expect.poll(async () => (await figure(page).boundingBox())?.x).toBe(text?.x)
  })
})

test('on a phone, the figure is in the text and does not change; each mark shows its state', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(address)
  await expect(figure(page).getByRole('button', { name: 'Show in the text' })).toBeHidden()
  await scrollToMiddle(page, 'The habit: whatever a step creates')
  await expect(mark(page).locator('.plate-drawing')).toBeVisible()
  await expect(figure(page)).not.toBeInViewport()
  await figure(page).scrollIntoViewIfNeeded()
  await expect(state(page, '+ dd')).toBeChecked()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 1440, height: 900 } })

  test('figure and states are in the text, predictions are a list, and the answer opens', async ({
    page,
  }) => {
    await page.goto(address)
    await expect(mark(page).locator('.plate-drawing')).toBeVisible()
    await expect(page.getByRole('listitem').filter({ hasText: 'About −52 MB' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'About −52 MB' })).toBeHidden()
    const prediction = page.locator('.prediction').filter({ hasText: 'About −52 MB' })
    await prediction.getByText('Show the answer').click()
    await expect(page.getByRole('region', { name: 'Terminal: A file created by one step' })).toBeVisible()
  })
})

import type { Locator, Page } from '@playwright/test'
import { expectLaidOut } from '#tests/support/page-checks.ts'
import { visibleChange } from '#tests/support/pixels.ts'
import { expect, test } from '#tests/support/test.ts'

/**
 * In forced colors (the contrast themes of Windows), every state must change pixels by a contrast of 3:1 or more. A
 * background alone cannot do that, so it takes a border, an outline, an underline or a mark.
 */

test.use({ trace: 'off', contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' } })

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in forced colors, ${colorScheme}`, () => {
    test.use({ colorScheme })

    test('the active search result is visible', async ({ page }) => {
      await page.goto('/')
      await page.keyboard.press('/')
      await page.getByRole('combobox', { name: /^Search/ }).fill('volume')
      const option = page.getByRole('dialog').getByRole('option').nth(1)
      await expect(option).toBeVisible()
      await expectSeen(option, () => page.keyboard.press('ArrowDown'))
    })

    test('focus is visible on links, buttons, fields and options', async ({ page }) => {
      await page.goto('/quiz/internals')
      await page.keyboard.press('Tab')
      const main = page.getByRole('main')
      for (const control of [
        page.getByRole('link', { name: 'Docker Mastery' }),
        page.getByRole('link', { name: 'Search' }),
        page.getByRole('banner').getByRole('combobox').first(),
        main.getByRole('button', { name: 'Start the quiz' }),
        main.getByRole('checkbox').first(),
        main.locator('summary').first(),
      ]) {
        await expectFocusSeen(control)
      }
      await main.getByRole('button', { name: 'Start the quiz' }).press('Enter')
      await expectFocusSeen(main.getByRole('button', { name: 'Sure', exact: true }))
      await page.goto('/search')
      await page.keyboard.press('Tab')
      await expectFocusSeen(main.getByRole('searchbox'))
      await openFigure(page, '/evolution/containers')
      await page.keyboard.press('Tab')
      await expectFocusSeen(page.locator('figure.plate label').first(), page.getByRole('radio').first())
    })

    test('buttons have a border, and the main one differs from the rest', async ({ page }) => {
      await page.goto('/quiz/internals')
      const start = page.getByRole('main').getByRole('button', { name: 'Start the quiz' })
      await expectEdge(start)
      await expectSeen(start, () =>
        start.evaluate((button) => button.style.setProperty('background', 'transparent')),
      )
      await page.goto('/internals/cgroups')
      await expectLaidOut(page)
      await expectEdge(page.getByRole('button', { name: 'Mark as read' }))
    })

    test('checked, selected and current states are visible', async ({ page }) => {
      await page.goto('/quiz')
      const main = page.getByRole('main')
      for (const closed of await main.locator('summary').all()) await closed.click()
      const checkbox = main.getByRole('checkbox').first()
      await expectSeen(checkbox, () => checkbox.click())
      await openFigure(page, '/evolution/containers')
      const cell = page.locator('figure.plate label').nth(2)
      await expectSeen(cell, () => cell.click())
      const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Summary' })
      await expectSeen(link, () => link.evaluate((element) => element.setAttribute('aria-current', 'page')))
      const contents = page.getByRole('navigation', { name: 'On this page' }).getByRole('link').nth(1)
      await contents.evaluate((element) => element.removeAttribute('aria-current'))
      await expectSeen(contents, () =>
        contents.evaluate((element) => element.setAttribute('aria-current', 'location')),
      )
      await page.goto('/settings')
      const radio = main.getByRole('radio', { checked: false }).first()
      await expectSeen(radio, () => radio.click())
    })

    test('progress bars and drawings are visible', async ({ page }) => {
      await page.goto('/')
      const bar = page.getByRole('progressbar').first()
      await expectEdge(bar)
      await expectSeen(bar, () =>
        bar.evaluate((element: HTMLProgressElement) => (element.value = element.max)),
      )
      for (const address of ['/evolution/containers', '/images/layering-and-cow', '/compose/healthchecks']) {
        await openFigure(page, address)
        const drawing = page.locator('.plate-drawing:visible').first()
        await expectSeen(drawing, () =>
          drawing.evaluate((svg) => {
            for (const shape of svg.querySelectorAll('rect, path')) shape.setAttribute('display', 'none')
          }),
        )
      }
    })
  })
}

/** Opens a page and waits for the figure’s code, so that the figure is not replaced between two screenshots. */
async function openFigure(page: Page, address: string): Promise<void> {
  await page.goto(address)
  const figure = page.locator('figure.plate')
  await figure.locator('label:not(:has(:checked))').first().click()
  await expect(figure).toHaveAttribute('data-changed')
}

/** The length of a short line: fewer changed pixels could be noise. */
const minimumPixels = 20

async function expectSeen(place: Locator, change: () => Promise<unknown>): Promise<void> {
  const changed = await visibleChange(place, change)
  expect.soft(changed, `pixels of ${place}`).toBeGreaterThan(minimumPixels)
}

/** Focusing `control` visibly changes `place`. */
async function expectFocusSeen(place: Locator, control = place): Promise<void> {
  await blur(place.page())
  await expectSeen(place, () => control.focus())
}

async function blur(page: Page): Promise<void> {
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
}

async function expectEdge(place: Locator): Promise<void> {
  const box = await place.boundingBox()
  const hide = () => place.evaluate((element: HTMLElement) => element.style.setProperty('opacity', '0'))
  const changed = await visibleChange(place, hide, { ring: 9 })
  expect.soft(changed, `edge of ${place}`).toBeGreaterThan(box?.width ?? 0)
  await place.evaluate((element: HTMLElement) => element.style.removeProperty('opacity'))
}

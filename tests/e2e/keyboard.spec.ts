import type { Locator, Page } from '@playwright/test'
import { itemsOf } from '#tests/support/content.ts'
import { itemShown } from '#tests/support/give-answer.ts'
import { answerByKeys, tabTo } from '#tests/support/keyboard.ts'
import { expect, test } from '#tests/support/test.ts'

const items = itemsOf('internals')

test('the first Tab reaches the skip link, and after a link every page starts at its text', async ({
  page,
}) => {
  await page.goto('/')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to content' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()

  await tabTo(page, page.getByRole('main').getByRole('link', { name: 'Internals', exact: true }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/internals$/)
  await expect(page.getByRole('main')).toBeFocused()

  await tabTo(page, page.locator('summary').filter({ hasText: 'Cgroups' }))
  await page.keyboard.press('Enter')
  const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Cgroups' }) })
  const lesson = row.getByRole('link', { name: 'Read the lesson' })
  await tabTo(page, lesson, 5)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Cgroups' })).toBeVisible()
})

/** Opens search with its key on a short page, and returns its field. */
async function openSearch(page: Page): Promise<Locator> {
  await page.goto('/about')
  await page.getByRole('main').focus()
  await page.keyboard.press('/')
  const field = page.getByRole('combobox', { name: 'Search topics, notes, commands and terms' })
  await expect(field).toBeFocused()
  return field
}

test('search that is opened again as it closes is open', async ({ page }) => {
  const field = await openSearch(page)
  await field.evaluate(async (element) => {
    const press = (target: Element, key: KeyboardEventInit) =>
      target.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true }))
    press(element, { key: 'Escape' })
    // The next key comes after React has updated the page, and before the dialog's close event.
    await Promise.resolve()
    press(document.body, { key: 'k', code: 'KeyK', ctrlKey: true })
  })
  await page.keyboard.type('cgroups')
  await expect(field).toHaveValue('cgroups')
})

test('search opens with a key, and arrows, Enter and Escape work in it', async ({ page }) => {
  const field = await openSearch(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.keyboard.press('Control+k')
  await page.keyboard.type('cgroups')
  const options = page.getByRole('dialog').getByRole('option')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  // Results that arrive later may change the order.
  await expect(page.getByRole('dialog').getByText('loading more')).toHaveCount(0)
  await page.keyboard.press('ArrowDown')
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true')
  const id = await options.nth(1).getAttribute('id')
  await expect(field).toHaveAttribute('aria-activedescendant', id ?? '')
  await page.keyboard.press('ArrowUp')
  await expect(options.first()).toContainText('Cgroups')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Cgroups' })).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('a lesson can be read, opened deeper, and marked as read by keyboard', async ({ page }) => {
  await page.goto('/internals/cgroups')
  const deeper = page.getByRole('region', { name: 'Go deeper' })
  await tabTo(page, deeper.getByRole('button', { name: 'Open the practitioner depth' }))
  await page.keyboard.press('Enter')
  await tabTo(page, deeper.locator('summary').first())
  await page.keyboard.press('Space')
  await expect(deeper.locator('details').first().getByRole('paragraph').first()).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'Mark as read' }))
  await page.keyboard.press('Space')
  await expect(page.getByRole('button', { name: 'Read: added to your image' })).toBeFocused()
})

test('a quiz is answered with number keys and Enter', async ({ page }) => {
  await page.goto('/quiz/internals')
  const main = page.getByRole('main')
  await tabTo(page, main.getByRole('combobox', { name: 'How many' }))
  await page.keyboard.type('5')
  await expect(main.getByRole('combobox', { name: 'How many' })).toHaveValue('5')
  await tabTo(page, main.getByRole('button', { name: 'Start the quiz' }))
  await page.keyboard.press('Enter')

  for (let number = 1; number <= 5; number++) {
    await expect(main.getByRole('heading', { level: 2 })).toHaveText(`${number} of 5`)
    const item = await itemShown(main, items)
    await answerByKeys(page, main, item)
    await page.keyboard.press('Enter')
    await expect(
      main.getByRole('heading', { level: 3, name: /^(Right|Partly right|Not right)/ }),
    ).toBeFocused()
    await page.keyboard.press('Enter')
  }
  await expect(main.getByRole('heading', { level: 2, name: / of 5$/ })).toBeFocused()
})

test('a started or continued quiz has the focus on its question', async ({ page }) => {
  await page.goto('/quiz/internals?role=practitioner')
  const main = page.getByRole('main')
  const hasFocus = () => main.evaluate((element) => element.contains(document.activeElement))
  await main.getByRole('button', { name: 'Start the quiz' }).press('Enter')
  await expect(main.getByRole('heading', { level: 2 })).toHaveText('1 of 10')
  await expect.poll(hasFocus, 'after Start').toBe(true)
  await page.reload()
  await main.getByRole('button', { name: 'Continue' }).press('Enter')
  await expect(main.getByRole('heading', { level: 2 })).toHaveText('1 of 10')
  await expect.poll(hasFocus, 'after Go on').toBe(true)
})

test('role and theme are chosen with arrow keys', async ({ page }) => {
  await page.goto('/internals/cgroups')
  const role = page.getByRole('combobox', { name: 'Read as' })
  await tabTo(page, role)
  await page.keyboard.press('ArrowDown')
  await expect(role).toHaveValue('practitioner')
  await expect(
    page.getByRole('region', { name: 'Go deeper' }).getByRole('heading', { level: 3 }).first(),
  ).toBeVisible()
  const theme = page.getByRole('combobox', { name: 'Theme' })
  await tabTo(page, theme)
  await page.keyboard.press('End')
  await expect(theme).toHaveValue('dark')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('on a narrow page, the menu opens, navigates and closes by keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/')
  const menu = page.getByRole('button', { name: 'Menu' })
  await tabTo(page, menu)
  await page.keyboard.press('Enter')
  const list = page.getByRole('navigation', { name: 'Menu' })
  await expect(list).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()
  await page.keyboard.press('Enter')
  await tabTo(page, list.getByRole('link', { name: 'Progress' }), 10)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Progress' })).toBeVisible()
  await expect(list).toBeHidden()
})

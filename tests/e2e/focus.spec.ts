import type { Page } from '@playwright/test'
import { expect, test } from '#tests/support/test.ts'

/** Whatever a keyboard user does, the focus is never lost, and Tab continues from there. */
test.use({ trace: 'off' })

/** Stores a bookmark, a topic marked as read and an unfinished quiz, and restores them at every later load. */
async function makeProgress(page: Page): Promise<void> {
  await page.goto('/internals/cgroups')
  await page.getByRole('button', { name: 'Mark as read' }).click()
  await page.getByRole('button', { name: 'Bookmark' }).click()
  await page.goto('/quiz/internals?role=practitioner')
  await page.getByRole('button', { name: 'Start the quiz' }).click()
  await expect(page.getByRole('heading', { name: '1 of 10' })).toBeVisible()
  const stored = await page.evaluate(() => ({ ...localStorage }))
  await page.addInitScript((kept) => {
    localStorage.clear()
    for (const [key, value] of Object.entries(kept)) localStorage.setItem(key, value)
    localStorage.setItem('docker-mastery.progress.aside.1', '{"torn')
    window.print = () => undefined
  }, stored)
}

const places = [
  '/progress',
  '/settings',
  '/quiz/internals',
  '/quiz',
  '/internals/cgroups',
  '/a',
  '/search?q=tmpfs',
]

for (const address of places) {
  test(`no button of ${address} loses the focus`, async ({ page }) => {
    await makeProgress(page)
    await page.goto(address)
    const buttons = page.locator('main button:visible:enabled')
    const count = await buttons.count()
    for (let index = 0; index < count; index++) {
      if (index > 0) await page.goto(address)
      await expect(buttons).toHaveCount(count)
      const name = await buttons.nth(index).evaluate((button) => button.textContent)
      await buttons.nth(index).press('Enter')
      const isLost = () => page.evaluate(() => document.activeElement === document.body)
      await expect
        .configure({ soft: true })
        .poll(isLost, { message: `after “${name}”` })
        .toBe(false)
    }
  })
}

test('dismissing a warning keeps the focus in the page', async ({ page }) => {
  await page.goto('/about')
  await page.evaluate(() => localStorage.setItem('docker-mastery.progress', '{"torn'))
  await page.goto('/settings')
  await page.getByRole('button', { name: 'Hide' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Hide' })).toHaveCount(0)
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY')
})

test('a search result inside the page moves the focus there', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('/')
  await page.getByRole('combobox', { name: /^Search/ }).fill('memory.max')
  const sections = page.getByRole('option').filter({ hasText: /Section|Glossary|Command/ })
  await sections.first().click()
  await expect(page).toHaveURL(/#/)
  const id = decodeURIComponent(new URL(page.url()).hash.slice(1))
  await expect(page.locator(`[id="${id}"]`)).toBeFocused()
})

test('a phone’s open menu closes when the focus leaves it, with Escape, and with a tap outside', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/about')
  const menu = page.getByRole('navigation', { name: 'Menu' })
  const button = page.getByRole('button', { name: 'Menu' })
  await button.press('Enter')
  await expect(menu).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(menu).toBeHidden()
  await expect(button).toBeFocused()

  await button.press('Enter')
  for (let presses = 0; presses < 20 && (await menu.isVisible()); presses++) await page.keyboard.press('Tab')
  await expect(menu).toBeHidden()
  await expect(page.locator('main :focus')).toBeInViewport()

  await button.press('Enter')
  await expect(menu).toBeVisible()
  await page.mouse.click(180, 700)
  await expect(menu).toBeHidden()
})

import { itemsOf } from '#tests/support/content.ts'
import { check, giveAnswer, itemShown } from '#tests/support/give-answer.ts'
import { expectAccessiblePage, violationsInBothThemes } from '#tests/support/page-checks.ts'
import { expect, test } from '#tests/support/test.ts'

/** These states appear only when a page is used, so `every-page.spec.ts` does not see them. */
const items = itemsOf('internals')

test('axe finds nothing in the search dialog and the list of results', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Search' }).click()
  await page.getByRole('combobox', { name: /^Search topics/ }).fill('docker run --memory')
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible()
  await expectAccessiblePage(page)
  await page.goto('/search?q=tmpfs')
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible()
  await expectAccessiblePage(page)
})

test('axe finds nothing in a quiz, its feedback, its result, and the progress after it', async ({ page }) => {
  test.slow()
  const main = page.getByRole('main')
  await page.goto('/quiz/internals?role=practitioner')
  await main.getByRole('button', { name: 'Start the quiz' }).click()
  const seen = new Set<string>()
  for (let number = 1; number <= 10; number++) {
    await expect(main.getByRole('heading', { level: 2 })).toHaveText(`${number} of 10`)
    const item = await itemShown(main, items)
    if (!seen.has(item.kind))
      expect.soft(await violationsInBothThemes(page), `${item.kind}, asked`).toEqual([])
    await giveAnswer(main, item, number % 3 === 0)
    await check(main, 'Fairly sure')
    if (!seen.has(item.kind)) {
      await expectAccessiblePage(page, `${item.kind}, answered`)
      await page.setViewportSize({ width: 1280, height: 720 })
    }
    seen.add(item.kind)
    await main.getByRole('button', { name: number < 10 ? 'Next' : 'See the result' }).click()
  }
  for (const row of await main.locator('summary').all()) await row.click()
  await expectAccessiblePage(page, 'the result')

  await page.goto('/internals/cgroups')
  await page.getByRole('button', { name: 'Mark as read' }).click()
  await page.getByRole('button', { name: 'Bookmark' }).click()
  await page.goto('/progress')
  await page.getByText('Reset progress…').click()
  await page.getByText('Paste the text of a backup instead').click()
  await expectAccessiblePage(page, 'progress')
})

test('axe finds nothing in the open menu of a narrow page and in a storage warning', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 720 })
  await page.goto('/about')
  await page.evaluate(() => localStorage.setItem('docker-mastery.progress', '{"torn'))
  await page.goto('/settings')
  await expect(page.getByText('The progress saved in this browser could not be read.')).toBeVisible()
  await expectAccessiblePage(page)
  await page.getByRole('button', { name: 'Menu' }).click()
  await expect(page.getByRole('navigation', { name: 'Menu' })).toBeVisible()
  expect.soft(await violationsInBothThemes(page)).toEqual([])
})

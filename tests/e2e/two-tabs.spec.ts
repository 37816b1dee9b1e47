import { itemsOf } from '#tests/support/content.ts'
import { check, giveAnswer, itemShown } from '#tests/support/give-answer.ts'
import { expect, test } from '#tests/support/test.ts'

const items = itemsOf('internals')

test('changes in one tab show in the other immediately', async ({ page, context }) => {
  const other = await context.newPage()
  await page.goto('/internals/cgroups')
  await other.goto('/internals/cgroups')
  await page.getByRole('button', { name: 'Mark as read' }).click()
  await expect(other.getByRole('button', { name: 'Read: added to your image' })).toBeVisible()
  await other.getByRole('button', { name: 'Bookmark' }).click()
  await expect(page.getByRole('button', { name: 'Bookmarked' })).toBeVisible()
  await other.getByRole('combobox', { name: 'Theme' }).selectOption('Dark')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await other.getByRole('combobox', { name: 'Read as' }).selectOption('Manager')
  await expect(page.getByRole('heading', { name: 'Ask your team' })).toBeVisible()

  await other.goto('/progress')
  await other.getByText('Reset progress…').click()
  await other.getByRole('button', { name: 'Reset now' }).click()
  await expect(page.getByRole('button', { name: 'Mark as read' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('answers given in two tabs at the same time are both kept', async ({ page, context }) => {
  const other = await context.newPage()
  const tabs = [page, other]
  for (const tab of tabs) {
    await tab.goto('/quiz/internals')
    await tab.getByRole('combobox', { name: 'How many' }).selectOption('5 questions')
    await tab.getByRole('button', { name: 'Start the quiz' }).click()
  }
  const answered = new Set<string>()
  for (let number = 1; number <= 3; number++) {
    const step = tabs.map(async (tab) => {
      const main = tab.getByRole('main')
      await expect(main.getByRole('heading', { level: 2 })).toHaveText(`${number} of 5`)
      const item = await itemShown(main, items)
      answered.add(item.id)
      await giveAnswer(main, item, number !== 2)
      // A tab in the background cannot move the focus, which `check` waits for.
      await tab.bringToFront()
      await check(main, 'Sure')
      await main.getByRole('button', { name: 'Next' }).click()
    })
    await step[0]
    await step[1]
  }
  await page.goto('/settings')
  await expect(page.getByText('6 answers')).toBeVisible()
  await page.goto('/progress')
  await expect(page.getByText(`answered ${answered.size} of`)).toBeVisible()
  // The attempt that was changed last is the one to continue.
  await page.goto('/quiz/internals')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { level: 2, name: '4 of 5' })).toBeVisible()
})

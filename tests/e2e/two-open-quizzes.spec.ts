import { itemsOf } from '#tests/support/content.ts'
import { giveAnswer, itemShown } from '#tests/support/give-answer.ts'
import { expect, test } from '#tests/support/test.ts'

const items = itemsOf('internals')

test('a practice quiz and a quiz link are both open, and each continues where it was', async ({ page }) => {
  const main = page.getByRole('main')
  const place = main.getByRole('heading', { level: 2 })
  await page.goto('/instructor')
  await page.getByRole('textbox', { name: 'Title of the quiz' }).fill('Week 3')
  await page.getByRole('checkbox', { name: 'Internals' }).check()
  await page.getByRole('textbox', { name: 'Number of items' }).fill('2')
  const link = await page.getByRole('textbox', { name: 'Link to send' }).inputValue()

  await page.goto('/quiz/internals?role=practitioner')
  await main.getByRole('button', { name: 'Start the quiz' }).click()
  await main.getByRole('button', { name: 'Skip for now' }).click()
  await expect(place).toHaveText('2 of 10')

  await page.goto(link)
  await main.getByRole('textbox', { name: 'Your name' }).fill('Ada')
  await main.getByRole('button', { name: 'Start the quiz' }).click()
  await giveAnswer(main, await itemShown(main, items), true)
  await main.getByRole('button', { name: 'Sure', exact: true }).click()
  await expect(place).toHaveText('2 of 2')

  await page.goto('/')
  await expect(page.getByRole('link', { name: 'Finish the quiz: Week 3' })).toBeVisible()
  await page.goto('/quiz/internals')
  await main.getByRole('button', { name: 'Continue' }).click()
  await expect(place).toHaveText('2 of 10')
  await main.getByRole('button', { name: 'Skip for now' }).click()

  await page.goto('/a')
  await expect(main.getByRole('listitem')).toContainText('1 of 2 answered')
  await main.getByRole('link', { name: 'Week 3' }).click()
  await expect(place).toHaveText('2 of 2')
  await main.getByRole('button', { name: 'Skip and see the result' }).click()
  await expect(main.getByRole('heading', { name: 'Submit your result' })).toBeVisible()

  await page.goto('/quiz/internals')
  await main.getByRole('button', { name: 'Continue' }).click()
  await expect(place).toHaveText('3 of 10')
})

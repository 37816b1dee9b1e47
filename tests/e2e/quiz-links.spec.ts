import { encodeQuizLink } from '#domain/quiz-link/link-code.ts'
import { itemsOf } from '#tests/support/content.ts'
import { expect, test } from '#tests/support/test.ts'

const title = 'Week 3: limits'
const code = encodeQuizLink({
  title,
  selection: { kind: 'items', items: [itemsOf('internals')[0]!.id] },
  seed: 'k3f9',
  shuffle: false,
  feedback: 'end',
  passMark: 0,
  asks: 'name',
  asksConfidence: false,
  tries: 3,
})

test.describe('an address changed by another program', () => {
  test.use({ expected: [/404/] })
  for (const address of [`/a%23${code}`, `/a/%23${code}`, `/a/${code}`, `/a%2523${code}?utm_source=mail`]) {
    test(`${address.replace(code, 'CODE')} is not a page, and still opens the quiz`, async ({ page }) => {
      await page.goto(address)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
      await expect(page).toHaveURL(/\/a#/)
    })
  }
})

test('the result of a first attempt stays after a second, here and under Progress, and is deleted after confirmation', async ({
  page,
}) => {
  const main = page.getByRole('main')
  await page.goto(`/a#${code}`)
  await main.getByRole('textbox', { name: 'Your name' }).fill('Ada')
  await main.getByRole('button', { name: 'Start the quiz' }).click()
  await main.getByRole('button', { name: /^Skip/ }).click()
  await main.getByRole('button', { name: 'Take it again' }).click()
  await main.getByRole('button', { name: /^Skip/ }).click()
  const kept = main.getByRole('region', { name: 'All results of this quiz' })
  await expect(kept.getByText(/^Attempt [12], finished/)).toHaveCount(2)
  await page.goto('/progress')
  const results = main.getByRole('region', { name: 'Quiz results' })
  await results.getByText('Attempt 1, finished').click()
  await expect(results.getByRole('textbox', { name: 'Result code' })).toHaveValue(/^DM1-/)
  await results.getByRole('button', { name: 'Delete this result…' }).click()
  await results.getByRole('button', { name: 'Delete it for good' }).click()
  await expect(results.getByText(/^Attempt [12], finished/)).toHaveCount(1)
  await expect(results.getByRole('heading', { name: 'Quiz results' })).toBeFocused()
})

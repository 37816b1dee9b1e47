import type { Page } from '@playwright/test'
import { encodeResultCode } from '#domain/quiz-link/result-code.ts'
import { expect, test } from '#tests/support/test.ts'
import { itemResultWith, resultWith } from '#tests/unit/quiz-link/arbitraries.ts'

const title = (page: Page) => page.getByRole('textbox', { name: 'Title of the quiz' })
const codes = (page: Page) => page.getByRole('textbox', { name: 'Result codes' })

async function read(page: Page, text: string): Promise<void> {
  await codes(page).fill(text)
  await page.getByRole('button', { name: 'Read the codes' }).click()
}

test('leaving the page and a reload lose neither the form nor the results', async ({ page }) => {
  await page.goto('/instructor')
  await title(page).fill('Week 3')
  await page.getByRole('checkbox', { name: 'Internals' }).check()
  await read(page, encodeResultCode(resultWith()).code)
  await expect(page.getByText('1 result read.')).toBeVisible()
  await page.getByRole('link', { name: 'Glossary' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Glossary' })).toBeVisible()
  await page.goBack()
  await expect(title(page)).toHaveValue('Week 3')
  await expect(page.getByRole('rowheader', { name: 'Ada' })).toBeVisible()
  await page.reload()
  await expect(title(page)).toHaveValue('Week 3')
  await expect(page.getByRole('checkbox', { name: 'Internals' })).toBeChecked()
  await expect(page.getByRole('rowheader', { name: 'Ada' })).toBeVisible()
})

test('a partly typed date is reported', async ({ page }) => {
  await page.goto('/instructor')
  await title(page).fill('Exam')
  await page.getByRole('checkbox', { name: 'Internals' }).check()
  const link = page.getByRole('textbox', { name: 'Link to send' })
  await expect(link).toBeVisible()
  await page.getByLabel('Due').focus()
  await page.keyboard.type('12')
  await expect(page.getByText('Due: only part of it is filled in.')).toBeVisible()
  await expect(link).toBeHidden()
  await page.getByLabel('Due').fill('2030-12-24T18:00')
  await expect(link).toBeVisible()
})

test('importing a thousand codes of a thousand quizzes keeps the page responsive, and can be canceled', async ({
  page,
}) => {
  test.slow()
  const text = Array.from({ length: 1000 }, (_, at) => {
    const assignment = String(at).padStart(6, '0')
    return encodeResultCode(resultWith({ assignment, title: `Quiz ${at}`, items: [itemResultWith()] })).code
  }).join('\n')
  await page.goto('/instructor')
  // A responsive page keeps painting frames. Counting them does not depend on the speed of the computer.
  await page.evaluate(() => {
    const frames = { count: 0 }
    Object.assign(window, { frames_: frames })
    const count = () => {
      frames.count += 1
      requestAnimationFrame(count)
    }
    count()
  })
  await read(page, text)
  await expect(page.getByText('1000 results read.')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('button', { name: 'Quiz 999', exact: true })).toBeVisible()
  expect(
    await page.evaluate(() => (window as unknown as { frames_: { count: number } }).frames_.count),
  ).toBeGreaterThan(2)

  await read(page, `${text}\n${'DM1-'.repeat(500_000)}`)
  const cancel = page.getByRole('button', { name: 'Cancel reading' })
  const done = page.getByText(/results? read\./)
  await expect(cancel.or(done)).toBeVisible()
  if (await cancel.isVisible()) await cancel.click({ timeout: 2000 }).catch(() => undefined)
  await expect(done).toBeVisible()
})

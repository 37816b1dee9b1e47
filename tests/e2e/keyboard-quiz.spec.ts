import type { Page } from '@playwright/test'
import { emptyProgress } from '#domain/progress/progress.ts'
import { itemSchema } from '#domain/quiz/item.ts'
import { encodeQuizLink } from '#domain/quiz-link/link-code.ts'
import { areaSlugs, itemsOf } from '#tests/support/content.ts'
import { itemShown } from '#tests/support/give-answer.ts'
import { answerByKeys, tabTo } from '#tests/support/keyboard.ts'
import { expect, test } from '#tests/support/test.ts'

/** One item of each kind. */
const items = [...new Map(areaSlugs.flatMap(itemsOf).map((item) => [item.kind, item])).values()]
const asked = items.map(({ id }) => id)

/** Answers all items by keyboard, from wherever the focus is. After immediate feedback, Enter continues. */
async function answerAll(page: Page, hasFeedback: boolean): Promise<void> {
  const main = page.getByRole('main')
  for (const [index] of items.entries()) {
    await expect(main.getByRole('heading', { level: 2 })).toHaveText(`${index + 1} of ${items.length}`)
    await answerByKeys(page, main, await itemShown(main, items))
    await page.keyboard.press('Enter')
    if (!hasFeedback) continue
    const outcome = main.getByRole('heading', { level: 3, name: /^(Right|Partly right|Not right)/ })
    await expect(outcome).toBeFocused()
    await page.keyboard.press('Enter')
  }
  await expect(
    main.getByRole('heading', { level: 2, name: new RegExp(` of ${items.length}$`) }),
  ).toBeFocused()
}

test('an open practice quiz with every kind of item can be continued to its result by keyboard', async ({
  page,
}) => {
  expect(items).toHaveLength(itemSchema.options.length)
  const session = {
    title: 'Mixed quiz',
    origin: { kind: 'mixed', topics: [] } as const,
    items: asked,
    seed: 'k3f9',
    shuffle: true,
    feedback: 'each' as const,
    answers: {},
    at: 0,
    startedAt: 1,
  }
  const kept = { ...emptyProgress, sessions: { mixed: { value: session, at: 1 } } }
  await page.goto('/about')
  await page.evaluate((text) => localStorage.setItem('docker-mastery.progress', text), JSON.stringify(kept))
  await page.goto('/quiz')
  await tabTo(page, page.getByRole('button', { name: 'Continue' }))
  await page.keyboard.press('Enter')
  await answerAll(page, true)

  const main = page.getByRole('main')
  await tabTo(page, main.locator('summary').first(), 3)
  await page.keyboard.press('Enter')
  await expect(main.locator('details[open]')).toHaveCount(1)
  await tabTo(page, main.getByRole('link', { name: 'All topics' }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/:\d+\/$/)
})

test('a quiz link can be taken by keyboard, from the name to the submission code', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const link = encodeQuizLink({
    title: 'By keys',
    selection: { kind: 'items', items: asked },
    seed: 'k3f9',
    shuffle: false,
    feedback: 'end',
    passMark: 0,
    asks: 'name',
    asksConfidence: true,
  })
  await page.goto(`/a#${link}`)
  const main = page.getByRole('main')
  await tabTo(page, main.getByRole('textbox', { name: 'Your name' }))
  await page.keyboard.type('Ada')
  await page.keyboard.press('Enter')
  await answerAll(page, false)
  await tabTo(page, main.getByRole('button', { name: /^Copy the code/ }), 5)
  await page.keyboard.press('Enter')
  await expect(main.getByText('Copied')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^DM1-/)
})

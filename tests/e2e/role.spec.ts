import { expect, test } from '#tests/support/test.ts'

test('a manager sees the decision once, right after the title; others see it after the text', async ({
  page,
}) => {
  const decision = page.getByRole('region', { name: 'For managers' })
  const note = page.getByText('An image is a stack of layers').first()
  const top = async (of: typeof note) => (await of.boundingBox())?.y ?? Number.NaN
  await page.goto('/images/layering-and-cow?role=manager')
  await expect(decision).toHaveCount(1)
  await expect(decision.getByRole('heading', { name: 'Ask your team' })).toBeVisible()
  expect(await top(decision)).toBeLessThan(await top(note))
  await page.getByRole('combobox', { name: 'Read as' }).selectOption('Beginner')
  await expect(decision).toHaveCount(1)
  expect(await top(decision)).toBeGreaterThan(await top(note))
})

test('the synopsis is in everyday words, and in technical terms for practitioners', async ({ page }) => {
  const plain = page.getByText('That separation has a price')
  const exact = page.getByText('A hypervisor slices hardware')
  for (const address of ['/evolution/virtual-machines', '/evolution']) {
    await page.goto(`${address}?role=beginner`)
    await expect(plain.filter({ visible: true })).toHaveCount(1)
    await expect(exact.filter({ visible: true })).toHaveCount(0)
    await page.getByRole('combobox', { name: 'Read as' }).selectOption('Practitioner')
    await expect(plain.filter({ visible: true })).toHaveCount(0)
    await expect(exact.filter({ visible: true })).toHaveCount(1)
  }
})

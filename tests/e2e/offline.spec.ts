import { expect, test } from '#tests/support/page.ts'

test.use({ serviceWorkers: 'allow' })

test('once kept, the course is read, searched and practised without a network', async ({ page, context }) => {
  await page.goto('/')
  // Ready means: all files of the build are kept. The worker serves the pages opened from then on.
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  await context.setOffline(true)

  await page.goto('/search?q=cgroups')
  await expect(page.getByRole('main').getByRole('listitem').first()).toContainText('Cgroups')
  await page.reload()
  await page.getByRole('main').getByRole('listitem').first().getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Cgroups' })).toBeVisible()

  await page.goto('/storage/tmpfs?role=practitioner')
  await expect(
    page.getByRole('region', { name: 'Go deeper' }).getByRole('heading', { level: 3 }).first(),
  ).toBeVisible()

  await page.goto('/quiz/storage')
  await page.getByRole('button', { name: 'Start the quiz' }).click()
  await expect(page.getByRole('heading', { level: 2, name: '1 of 10' })).toBeVisible()
})

import type { Route } from '@playwright/test'
import { encodeQuizLink } from '#domain/quiz-link/link-code.ts'
import { journeys, summaryFilter } from '#tests/support/load-failure-journeys.ts'
import { expect, test } from '#tests/support/test.ts'

/** Makes the address "?storage=full" a browser without room. */
function fillStorage(): void {
  if (!location.search.includes('storage=full')) return
  Storage.prototype.setItem = () => {
    throw new DOMException('No room', 'QuotaExceededError')
  }
}

for (const [name, { address, missing, ask, says, kept, there }] of Object.entries(journeys)) {
  test(`${name} fails to load: the page says so, keeps its content, and a retry loads it`, async ({
    page,
    expected,
  }) => {
    expected.push(/ERR_FAILED/)
    await page.addInitScript(fillStorage)
    await page.route(missing, (route) => route.abort())
    await page.goto(address)
    await ask?.(page)
    const notice = page.getByRole('status').filter({ hasText: says }).first()
    await expect(notice).toBeVisible()
    await kept(page)
    await page.unroute(missing)
    await notice.getByRole('button', { name: 'Try again' }).click()
    await there(page)
    await expect(notice).toHaveCount(0)
  })
}

for (const name of ['a quick check', 'the search index', 'the data of another page'] as const) {
  test(`${name} hangs: the page says so, keeps its content, and shows it if it arrives after all`, async ({
    page,
  }) => {
    const { address, missing, ask, says, kept, there } = journeys[name]
    const held: Route[] = []
    await page.clock.install()
    let isHanging = true
    await page.route(missing, (route) => (isHanging ? void held.push(route) : route.continue()))
    await page.goto(address)
    await ask?.(page)
    await expect.poll(() => held.length).toBeGreaterThan(0)
    await page.clock.fastForward(60_000)
    const notice = page
      .getByRole('status')
      .filter({ hasText: says.replace('did not load', 'has not loaded yet') })
    await expect(notice.first()).toBeVisible()
    await kept(page)
    isHanging = false
    for (const route of held) await route.continue()
    await there(page)
    await expect(notice).toHaveCount(0)
  })
}

for (const [name, { address, missing, ask, says }] of Object.entries(journeys)) {
  // The first two are another page; the dialog of the last covers all links.
  if (says.startsWith('The page') || name === 'the search index') continue
  test(`${name} fails to load: other pages open all the same`, async ({ page, expected }) => {
    expected.push(/ERR_FAILED/)
    await page.addInitScript(fillStorage)
    await page.route(missing, (route) => route.abort())
    await page.goto(address)
    await ask?.(page)
    await expect(page.getByRole('status').filter({ hasText: says }).first()).toBeVisible()
    await page.getByRole('contentinfo').getByRole('link', { name: 'About' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'About' })).toBeVisible()
  })
}

test('offline, links leave the page unchanged; back online, the last one is followed', async ({
  page,
  context,
  expected,
}) => {
  expected.push(/ERR_INTERNET_DISCONNECTED/)
  await page.goto('/glossary')
  await page.goto('/summary')
  await summaryFilter(page).fill('volumes')
  await context.setOffline(true)
  await page.getByRole('link', { name: 'Progress', exact: true }).first().click()
  const notice = page.getByRole('status').filter({ hasText: 'The page you asked for did not load' })
  await expect(notice).toContainText('There seems to be no connection.')
  await expect(summaryFilter(page)).toHaveValue('volumes')
  // A second link that fails replaces the first. The notice is already visible, so the only sign of the second failure
  // is the failed request.
  const failed = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/settings.data'))
  await page.getByRole('link', { name: 'Settings' }).last().click()
  await failed
  await expect(notice).toBeVisible()
  await expect(summaryFilter(page)).toHaveValue('volumes')
  await context.setOffline(false)
  await notice.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  await expect(page).toHaveURL(/\/settings$/)
})

test('practice and a quiz link keep what was chosen and typed while their items load', async ({
  page,
  context,
  expected,
}) => {
  expected.push(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/)
  await page.goto('/quiz/internals')
  await page.getByRole('combobox', { name: 'How many' }).selectOption('5')
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Start the quiz' }).click()
  const notice = page.getByRole('status').filter({ hasText: 'did not load' })
  await expect(notice).toHaveText(/^The quiz questions did not load/)
  await expect(page.getByRole('combobox', { name: 'How many' })).toHaveValue('5')
  await context.setOffline(false)
  await notice.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { level: 2, name: '1 of 5' })).toBeVisible()

  await page.route('**/assets/quiz-internals-cgroups-*.js', (route) => route.abort())
  const selection = { kind: 'draw' as const, topics: ['internals.cgroups'], count: 2 }
  const about = { title: 'Limits', seed: 'a1', shuffle: false, feedback: 'end', asks: 'name' } as const
  await page.goto(`/a#${encodeQuizLink({ ...about, selection, passMark: 0.7, asksConfidence: true })}`)
  await expect(notice).toHaveText(/^The questions of this quiz did not load/)
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ada')
  await page.unroute('**/assets/quiz-internals-cgroups-*.js')
  await notice.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText(/^2 questions, about/)).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Your name' })).toHaveValue('Ada')
})

test('the card of a lab fails to load: the page says so, and a retry loads it', async ({
  page,
  expected,
}) => {
  expected.push(/ERR_FAILED/)
  await page.route('**/assets/lab-card-*.js', (route) => route.abort())
  await page.goto('/images/layering-and-cow')
  await page.getByRole('region', { name: 'Lab', exact: true }).scrollIntoViewIfNeeded()
  const notice = page.getByRole('status').filter({ hasText: 'The state of this lab did not load.' })
  await expect(notice).toBeVisible()
  await page.unroute('**/assets/lab-card-*.js')
  await notice.getByRole('button', { name: 'Try again' }).click()
  await expect(notice).toHaveCount(0)
})

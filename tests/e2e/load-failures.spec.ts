import type { Page, Route } from '@playwright/test'
import { encodeQuizLink } from '#domain/quiz-link/link-code.ts'
import type { Journey } from '#tests/support/loaded-on-demand.ts'
import { expect, test } from '#tests/support/test.ts'

type Steps = {
  address: string
  /** The files that fail to load. */
  missing: string
  /** Makes the page request them, unless it already has. */
  ask?: (page: Page) => Promise<void>
  says: string
  /** Checks that nothing on the page was lost. */
  kept: (page: Page) => Promise<void>
  /** Checks that the retry has loaded it. */
  there: (page: Page) => Promise<void>
}

const check = (page: Page) => page.getByRole('region', { name: 'Quick check of the beginner depth' })
const isRead = (page: Page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible()
const option = (page: Page) => check(page).getByRole('radio').first()

const quickCheck = {
  address: '/internals/cgroups',
  says: 'This quick check did not load.',
  ask: async (page: Page) => {
    await check(page).scrollIntoViewIfNeeded()
    await option(page).check()
  },
  kept: (page: Page) => expect(option(page)).toBeChecked(),
  there: async (page: Page) => {
    await expect(option(page)).toBeChecked()
    await check(page).getByRole('button', { name: 'Sure', exact: true }).first().click()
    await expect(check(page).getByRole('button', { name: 'Answer again' })).toBeVisible()
  },
}

const filter = (page: Page) => page.getByRole('searchbox', { name: 'Topics that mention' })
const anotherPage = {
  address: '/summary',
  says: 'The page you asked for did not load.',
  ask: async (page: Page) => {
    await filter(page).fill('volumes')
    await page.getByRole('contentinfo').getByRole('link', { name: 'Glossary' }).click()
  },
  kept: async (page: Page) => {
    await expect(filter(page)).toHaveValue('volumes')
    expect(page.url()).toContain('/summary')
  },
  there: (page: Page) => expect(page.getByRole('heading', { level: 1, name: 'Glossary' })).toBeVisible(),
}

const runButton = (page: Page) => page.getByRole('button', { name: 'Run it here' }).first()
const recordingMachine = {
  address: '/images/dockerignore',
  says: 'The machine did not load.',
  ask: (page: Page) => runButton(page).click(),
  kept: (page: Page) => expect(runButton(page)).toBeVisible(),
  there: (page: Page) =>
    expect(page.getByRole('region', { name: 'Machine: What COPY copies' })).toBeVisible(),
}

const query = (page: Page) => page.getByRole('combobox', { name: /^Search topics/ })

const journeys: Record<Exclude<Journey, 'the card of a lab'>, Steps> = {
  'the code of another page': { ...anotherPage, missing: '**/assets/glossary-*.js' },
  'the data of another page': { ...anotherPage, missing: '**/glossary.data*' },
  'a quick check': { ...quickCheck, missing: '**/assets/quick-check-loader-*.js' },
  'the items of a quick check': { ...quickCheck, missing: '**/assets/quiz-internals-cgroups-*.js' },
  'the text of a lesson': {
    address: '/internals/cgroups',
    missing: '**/assets/lesson-internals-cgroups-*.js',
    says: 'The buttons and exercises in this text did not load.',
    kept: (page) => expect(page.locator('.lesson-body')).toContainText('Ask the kernel, not the graph'),
    there: async (page) => {
      await page.getByRole('button', { name: 'Open the practitioner depth' }).click()
      await expect(page.getByRole('button', { name: 'Close the practitioner depth' })).toBeVisible()
    },
  },
  'a figure': {
    address: '/compose/healthchecks',
    missing: '**/assets/start-order-*.js',
    says: 'The controls of this figure did not load.',
    ask: (page) => page.locator('[data-figure]').scrollIntoViewIfNeeded(),
    kept: (page) => expect(page.locator('[data-figure] .plate-description')).not.toBeEmpty(),
    there: async (page) => {
      await page.locator('[data-figure]').getByRole('radio').nth(1).check()
      await expect(page.locator('[data-figure]')).toHaveAttribute('data-changed', 'true')
    },
  },
  'a prediction': {
    address: '/images/layering-and-cow',
    missing: '**/assets/prediction-*.js',
    says: 'This question did not load.',
    ask: (page) => page.getByRole('button', { name: 'About −52 MB' }).click(),
    kept: (page) =>
      expect(page.getByRole('button', { name: '0 B: covering a file takes up no space' })).toBeVisible(),
    there: (page) => expect(page.getByRole('region', { name: 'Terminal: A file created' })).toBeVisible(),
  },
  'the machine of a recording': { ...recordingMachine, missing: '**/assets/recording-machine-loader-*.js' },
  'the start of a recording': { ...recordingMachine, missing: '**/assets/recordings-images-*.js' },
  'the search': {
    address: '/glossary',
    missing: '**/assets/search-dialog-*.js',
    says: 'The search did not load.',
    ask: (page) => page.keyboard.press('/'),
    kept: isRead,
    there: (page) => expect(query(page)).toBeFocused(),
  },
  'the search index': {
    address: '/glossary',
    missing: '**/assets/search-*.json',
    says: 'The search index did not load.',
    ask: async (page) => {
      await page.keyboard.press('/')
      await query(page).fill('volume')
    },
    kept: (page) => expect(query(page)).toHaveValue('volume'),
    there: async (page) => {
      await expect(query(page)).toHaveValue('volume')
      await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible()
    },
  },
  'the notice about storage': {
    address: '/glossary?storage=full',
    missing: '**/assets/storage-notice-*.js',
    says: 'The notice about your storage did not load.',
    ask: async (page) => void (await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark')),
    kept: (page) => expect(page.getByText('Your progress is not being saved as it should be')).toBeVisible(),
    there: (page) => expect(page.getByRole('button', { name: 'Save a backup' })).toBeVisible(),
  },
}

for (const [name, { address, missing, ask, says, kept, there }] of Object.entries(journeys)) {
  test(`${name} fails to load: the page says so, keeps its content, and a retry loads it`, async ({
    page,
    expected,
  }) => {
    expected.push(/ERR_FAILED/)
    await page.addInitScript(() => {
      if (!location.search.includes('storage=full')) return
      Storage.prototype.setItem = () => {
        throw new DOMException('No room', 'QuotaExceededError')
      }
    })
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
    await page.route(missing, (route) => void held.push(route))
    await page.goto(address)
    await ask?.(page)
    await expect.poll(() => held.length).toBeGreaterThan(0)
    await page.clock.fastForward(60_000)
    const notice = page
      .getByRole('status')
      .filter({ hasText: says.replace('did not load', 'has not loaded yet') })
    await expect(notice.first()).toBeVisible()
    await kept(page)
    for (const route of held) await route.continue()
    await there(page)
    await expect(notice).toHaveCount(0)
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
  await filter(page).fill('volumes')
  await context.setOffline(true)
  await page.getByRole('link', { name: 'Progress', exact: true }).first().click()
  const notice = page.getByRole('status').filter({ hasText: 'The page you asked for did not load' })
  await expect(notice).toContainText('There seems to be no connection.')
  await expect(filter(page)).toHaveValue('volumes')
  // A second link that fails replaces the first. The notice is already visible, so the only sign of the second failure
  // is the failed request.
  const failed = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/settings.data'))
  await page.getByRole('link', { name: 'Settings' }).last().click()
  await failed
  await expect(notice).toBeVisible()
  await expect(filter(page)).toHaveValue('volumes')
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

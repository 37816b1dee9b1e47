import type { Page } from '@playwright/test'
import type { Journey } from './loaded-on-demand.ts'
import { expect } from './test.ts'

/** How a part of the site is loaded on demand, and what its failure and its retry show. */
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

/** The field that filters the summary. */
export const summaryFilter = (page: Page) => page.getByRole('searchbox', { name: 'Topics that mention' })
const anotherPage = {
  address: '/summary',
  says: 'The page you asked for did not load.',
  ask: async (page: Page) => {
    await summaryFilter(page).fill('volumes')
    await page.getByRole('contentinfo').getByRole('link', { name: 'Glossary' }).click()
  },
  kept: async (page: Page) => {
    await expect(summaryFilter(page)).toHaveValue('volumes')
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

export const journeys: Record<Exclude<Journey, 'the card of a lab'>, Steps> = {
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

import type { Page } from '@playwright/test'
import { expect, test } from '#tests/support/test.ts'

const field = (page: Page) => page.getByRole('combobox', { name: 'Search topics, notes, commands and terms' })
const results = (page: Page) => page.getByRole('dialog').getByRole('option')

/** A query, and the text and address of its best result. */
const finds = [
  { query: 'multi-stage', says: /Multi-Stage Builds.*Topic/s, leads: /\/images\/multi-stage-builds$/ },
  { query: 'docker stats', says: /docker stats.*Command/s, leads: /\/[a-z-]+\/[a-z-]+#/ },
  { query: '--pids-limit', says: /--pids-limit/, leads: /#pid-limit$|\/internals\/cgroups/ },
  { query: 'AppArmor', says: /AppArmor/, leads: /apparmor/ },
  { query: 'parent image', says: /Base image.*Glossary/s, leads: /\/glossary#base-image$/ },
]

for (const { query, says, leads } of finds) {
  test(`search for ${query} highlights it and opens the matching section`, async ({ page }) => {
    await page.goto('/')
    await page.getByRole('link', { name: 'Search' }).click()
    await field(page).fill(query)
    await expect(results(page).first()).toContainText(says)
    const marks = await results(page).first().locator('mark').allTextContents()
    expect(marks.length).toBeGreaterThan(0)
    for (const mark of marks) expect(query.toLowerCase()).toContain(mark.toLowerCase().slice(0, 4))
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(leads)
    await expect(page.getByRole('dialog')).toHaveCount(0)
    const anchor = new URL(page.url()).hash.slice(1)
    if (anchor) await expect(page.locator(`[id="${anchor}"]`)).toBeInViewport()
  })
}

test('a result inside a closed depth opens that depth and scrolls to it', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('Control+k')
  await field(page).fill('ask the kernel, not the graph')
  await expect(page.getByRole('dialog').getByRole('option').first()).toContainText('Ask the kernel')
  await page.keyboard.press('Enter')
  const heading = page.getByRole('heading', { name: 'Ask the kernel, not the graph' })
  await expect(heading).toBeInViewport()
  await expect(page.getByRole('button', { name: 'Close the practitioner depth' })).toBeVisible()
})

test('a result that is an expandable note opens it', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('Control+k')
  await field(page).fill('cgroup v1 is on its way out')
  await expect(results(page).first()).toContainText('Note')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Engine 29.0 deprecated cgroup v1')).toBeInViewport()
})

test('links on the page into a closed depth open it and scroll to the target', async ({ page }) => {
  await page.goto('/internals/cgroups')
  const contents = page.getByRole('navigation', { name: 'On this page' })
  await contents.getByRole('link', { name: 'Ask the kernel, not the graph' }).click()
  await expect(page.getByRole('heading', { name: 'Ask the kernel, not the graph' })).toBeInViewport()
})

test('search tolerates a typo and says when nothing is found', async ({ page }) => {
  await page.goto('/glossary')
  await page.keyboard.press('/')
  const status = page.getByRole('dialog').getByRole('status').first()
  await expect(status).toHaveText(/^Type a topic, a command/)
  await field(page).fill('qqqqxyz')
  await expect(status).toHaveText('Nothing mentions “qqqqxyz”. Try fewer or shorter words.')
  await expect(results(page)).toHaveCount(0)
  await field(page).fill('contianer')
  await expect(results(page).first().locator('mark').first()).toContainText(/container/i)
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('a slash typed into a field is text', async ({ page }) => {
  await page.goto('/summary')
  const filter = page.getByRole('searchbox', { name: 'Topics that mention' })
  await filter.click()
  await page.keyboard.type('a/b')
  await expect(filter).toHaveValue('a/b')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('a list of results has an address that works after a reload and with Back', async ({ page }) => {
  await page.goto('/search?q=cgroups')
  const main = page.getByRole('main')
  await expect(main.getByRole('searchbox')).toHaveValue('cgroups')
  await expect(main.getByText(/^\d+ results$/)).toBeVisible()
  await main.getByRole('searchbox').fill('volume')
  await expect(page).toHaveURL(/\?q=volume$/)
  await page.reload()
  await expect(main.getByRole('searchbox')).toHaveValue('volume')
  await main.getByRole('listitem').first().getByRole('link').click()
  await expect(page).not.toHaveURL(/search/)
  await page.goBack()
  await expect(main.getByRole('searchbox')).toHaveValue('volume')
  await expect(main.getByRole('listitem').first()).toBeVisible()
})

test('a lesson’s tag links to everything else with that tag', async ({ page }) => {
  await page.goto('/internals/cgroups')
  const tag = page.getByRole('list', { name: 'Tags' }).getByRole('link').first()
  const word = (await tag.textContent()) ?? ''
  await tag.click()
  await expect(page.getByRole('searchbox')).toHaveValue(word)
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible()
})

test('the search on the 404 page works, too', async ({ page, expected }) => {
  expected.push(/status of 404/)
  const response = await page.goto('/internals/no-such-topic')
  expect(response?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible()
  await page.getByRole('main').getByRole('searchbox', { name: 'Search the course' }).fill('tmpfs')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/search\?q=tmpfs$/)
  await expect(page.getByRole('main').getByRole('listitem').first()).toContainText('tmpfs')
})

test.describe('before the dialog’s code has loaded', () => {
  // Playwright cannot intercept what a service worker fetches.
  test.use({ serviceWorkers: 'block' })

  test('typed text is not lost', async ({ page }) => {
    let arrive = () => {}
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve
    })
    await page.route('**/search-dialog-*.js', async (route) => {
      await arrived
      await route.continue()
    })
    await page.goto('/')
    const asked = page.waitForRequest('**/search-dialog-*.js')
    await expect(async () => {
      await page.keyboard.press('/')
      await asked
    }).toPass()
    await page.keyboard.type('vol')
    arrive()
    await expect(field(page)).toHaveValue('vol')
    await page.keyboard.type('ume')
    await expect(field(page)).toHaveValue('volume')
    await expect(results(page).first()).toBeVisible()
  })
})

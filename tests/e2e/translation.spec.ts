import type { Page } from '@playwright/test'
import { itemsOf, pageAddresses } from '#tests/support/content.ts'
import { check, giveAnswer, itemShown } from '#tests/support/give-answer.ts'
import { isHydrated } from '#tests/support/is-hydrated.ts'
import { openAll } from '#tests/support/page-checks.ts'
import { expect, test } from '#tests/support/test.ts'
import { mark, translate } from '#tests/support/translator.ts'

test.use({ trace: 'off' })

/** Translates a page once all of it is hydrated. The last two tests translate a lesson before that. */
async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(page.locator('.lesson-body').first().and(page.locator('[data-code-pending]'))).toHaveCount(0)
  await translate(page)
}

/** Console errors fail the test anyway; this detects the error page that React shows after a crash. */
async function expectNoErrorPage(page: Page, what: string): Promise<void> {
  await expect.soft(page.getByText('This page did not load'), what).toHaveCount(0)
}

const figurePages = [
  '/images/layering-and-cow',
  '/internals/namespaces',
  '/compose/healthchecks',
  '/networking/bridge',
  '/storage/volumes',
  '/evolution/containers',
]

const addresses = pageAddresses().filter((address) => address !== '/404')

for (const half of [0, 1]) {
  test(`every page is translated except its code, and its links work, ${half + 1} of 2`, async ({ page }) => {
    await visit(page, '/about')
    for (const address of addresses.filter((_, index) => index % 2 === half)) {
      const previousTitle = await page.title()
      await page.evaluate((to) => {
        const link = Object.assign(document.createElement('a'), { href: to })
        link.dataset.internalLink = ''
        document.querySelector('main')?.append(link)
        link.click()
        link.remove()
      }, address)
      await expect(page).toHaveURL(new RegExp(`${address}$`))
      // The address changes before the content does.
      if (address !== '/about') await expect(page).not.toHaveTitle(previousTitle)
      await openAll(page)
      const { isTranslated, wrong } = await page.evaluate((mark) => {
        const translated = (element: Element) => element.textContent?.includes(mark)
        const code = [...document.querySelectorAll('code, kbd, samp, pre')].filter(translated)
        const isTranslated = [...document.querySelectorAll('h1')].every(translated)
        return { isTranslated, wrong: code.map(({ outerHTML }) => outerHTML.slice(0, 200)) }
      }, mark)
      expect.soft(isTranslated, address).toBe(true)
      expect.soft(wrong, `code of ${address}`).toEqual([])
      await expectNoErrorPage(page, address)
    }
  })
}

test('search finds, highlights and opens results in a translated page', async ({ page }) => {
  await visit(page, '/')
  await page.keyboard.press('/')
  const field = page.getByRole('combobox', { name: /^Search/ })
  const dialog = page.getByRole('dialog')
  let before = ''
  for (const query of ['tmpfs', 'docker run --memory', 'volume', 'zzzz', 'network']) {
    await field.fill(query)
    const status = dialog.getByRole('status').first()
    await expect(status).toHaveText(query === 'zzzz' ? /Nothing mentions “zzzz”/ : /^\u200b\d+ results$/)
    if (query !== 'zzzz') await expect(dialog.getByRole('option').first()).toBeVisible()
    const now = (await dialog.textContent()) ?? ''
    expect(now).not.toBe(before)
    before = now
  }
  await field.press('ArrowDown')
  await field.press('Enter')
  await expect(page).not.toHaveURL(/\/$/)
  await expectNoErrorPage(page, 'after a search')

  await visit(page, '/search?q=tmpfs')
  const count = page.getByRole('main').getByRole('status').first()
  await expect(count).toHaveText(/^\u200b\d+ results?$/)
  const first = await count.textContent()
  await page.getByRole('searchbox').fill('docker run')
  await expect(count).not.toHaveText(first ?? '')
  await page.getByRole('searchbox').fill('zzzz')
  await expect(page.getByText(/Nothing mentions “zzzz”/)).toBeVisible()
})

test('changing numbers and words are up to date in a translated page', async ({ page }) => {
  await visit(page, '/summary')
  const main = page.getByRole('main')
  await expect(main.getByRole('status').first()).toHaveText('32 topics')
  await main.getByRole('searchbox').fill('tmpfs')
  await expect(main.getByRole('status').first()).not.toHaveText(/32 topics/)
  await expect(main.getByRole('status').first()).toHaveText(/^\u200b\d topics?$/)
  await main.getByRole('searchbox').fill('zzzz')
  await expect(main.getByRole('status').first()).toHaveText('0 topics')
  await main.getByRole('searchbox').fill('')
  await expect(main.getByRole('status').first()).toHaveText('32 topics')
  await page
    .getByLabel(/Read as/)
    .first()
    .selectOption('manager')
  await expect(main.getByText(/You read as a manager/)).toBeVisible()
  await page
    .getByLabel(/Read as/)
    .first()
    .selectOption('beginner')
  await expect(main.getByText(/You read as a manager/)).toHaveCount(0)

  await visit(page, '/internals/cgroups')
  await page.getByRole('button', { name: /Mark as read/ }).click()
  await page.getByRole('button', { name: /Read: added to your image/ }).click()
  await expect(page.getByRole('button', { name: /Mark as read/ })).toBeVisible()
  await page.getByRole('button', { name: /Mark as read/ }).click()
  await page.getByRole('button', { name: /Bookmark$/ }).click()
  await expect(page.getByRole('button', { name: /Bookmarked/ })).toBeVisible()
  const depth = page.locator('.lesson-body > .depth').nth(1).getByRole('button').first()
  await expect(depth).toHaveText(/Open/)
  await depth.click()
  await expect(depth).toHaveText(/Close/)
  await depth.click()
  await expect(depth).toHaveText(/Open/)

  await visit(page, '/progress')
  await expect(page.getByRole('row', { name: /Internals/ }).first()).toContainText('1 of 4')
  await page
    .getByRole('button', { name: /Remove/ })
    .first()
    .click()
  await expect(page.getByText(/No bookmarks yet/)).toBeVisible()

  await visit(page, '/glossary')
  const filter = page.getByRole('main').getByRole('searchbox')
  if (await filter.count()) {
    await filter.fill('tmpfs')
    await filter.fill('')
  }
  await visit(page, '/settings')
  for (const box of await page.getByRole('main').getByRole('radio').all()) await box.click()
  for (const box of await page.getByRole('main').getByRole('checkbox').all()) await box.click()
  await expectNoErrorPage(page, 'settings')
})

test('a quiz can be taken to its result in a translated page', async ({ page }) => {
  const items = itemsOf('internals')
  const main = page.getByRole('main')
  await visit(page, '/quiz/internals?role=practitioner')
  await main.getByRole('button', { name: /Start the quiz/ }).click()
  for (let number = 1; number <= 10; number++) {
    await expect(main.getByRole('heading', { level: 2 })).toHaveText(`${number} of 10`)
    await giveAnswer(main, await itemShown(main, items), number % 2 === 0)
    await check(main, 'Fairly sure')
    await main.getByRole('button', { name: number < 10 ? /Next/ : /See the result/ }).click()
  }
  await expect(main.getByRole('heading', { level: 2 }).first()).toHaveText(/[\d.]+ of 10/)
  for (const row of await main.locator('summary').all()) await row.click()
  await expectNoErrorPage(page, 'the result')
})

test('figures, quick checks and the instructor’s form work in a translated page', async ({ page }) => {
  await visit(page, '/internals/cgroups')
  const quick = page.getByRole('region', { name: 'Quick check of the beginner depth' })
  await quick.scrollIntoViewIfNeeded()
  await expect(quick.getByRole('button', { name: 'Sure', exact: true }).first()).toBeVisible()
  for (const address of figurePages) {
    await visit(page, address)
    const figures = page.locator('figure.plate')
    await expect(figures).toHaveCount(1)
    for (const figure of await figures.all()) {
      for (const choice of await figure.getByRole('radio').all()) {
        const before = await figure.textContent()
        const wasOn = await choice.isChecked()
        await choice.check()
        if (!wasOn) await expect.poll(() => figure.textContent()).not.toBe(before)
      }
    }
    await expectNoErrorPage(page, address)
  }
  await visit(page, '/instructor')
  await expectNoErrorPage(page, 'instructor')
})

test.describe('before the code of a lesson’s text has loaded', () => {
  // React finds other text than it rendered, and renders that part again, once.
  const mismatch = /^Minified React error #418/
  test.use({ expected: [/^uncaught: Minified React error #418/] })

  /** Opens a lesson, and holds back the code of its text until the returned function is called. */
  async function openWithoutText(page: Page, hydratedFirst: string): Promise<() => void> {
    let release = () => {}
    const isHeld = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route('**/assets/lesson-evolution-containers-*.js', async (route) => {
      await isHeld
      await route.continue()
    })
    await page.goto('/evolution/containers', { waitUntil: 'commit' })
    await page.waitForFunction(isHydrated, hydratedFirst)
    return release
  }

  test('a lesson that React renders again shows the prerendered text and responds to a click', async ({
    page,
  }) => {
    // The lesson has its own Suspense boundary, which React hydrates a moment after the header.
    const release = await openWithoutText(page, 'header')
    await translate(page)
    const figure = page.locator('figure.plate')
    await figure.getByRole('radio', { name: 'VMs' }).check()
    await expect(page.getByRole('heading', { name: 'Nothing was booted' })).toBeVisible()
    release()
    await expect(page.locator('.lesson-body').first()).not.toHaveAttribute('data-code-pending')
    await expect(figure.getByRole('radio', { name: 'VMs' })).toBeChecked()
    await expectNoErrorPage(page, 'the lesson')
  })

  test('a translated lesson keeps its figure and its quick check with their selections', async ({ page }) => {
    const errors: string[] = []
    page.on('pageerror', ({ message }) => errors.push(message))
    const release = await openWithoutText(page, '.lesson-body')
    await translate(page)
    const body = page.locator('.lesson-body').first()
    const islands = body.locator('[data-island]')
    const before = await islands.allTextContents()
    expect(before.every((text) => text.startsWith(mark))).toBe(true)
    const figure = page.locator('figure.plate')
    await figure.getByRole('radio', { name: 'VMs' }).check()
    expect(errors).toEqual([])

    release()
    await expect(body).not.toHaveAttribute('data-code-pending')
    expect(errors).toEqual([expect.stringMatching(mismatch)])
    await expect(figure).toHaveAttribute('data-changed')
    await expect(figure.getByRole('radio', { name: 'VMs' })).toBeChecked()
    const now = await islands.allTextContents()
    expect(now).toHaveLength(before.length)
    expect(now.slice(1)).toEqual(before.slice(1))
    await expectNoErrorPage(page, 'the lesson')
  })
})

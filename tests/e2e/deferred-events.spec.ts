import type { Page, Route } from '@playwright/test'
import { expect, test } from '#tests/support/test.ts'

/** Holds back these files until the returned function is called. */
async function hold(page: Page, files: string): Promise<() => void> {
  let letGo = () => {}
  const released = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route(files, async (route: Route) => {
    await released
    await route.continue()
  })
  return letGo
}

/** Opens the prerendered page without its code. `goto` cannot be used, because in our tests it waits for hydration. */
async function openWithoutCode(page: Page, address: string): Promise<() => void> {
  const letGo = await hold(page, '**/assets/*.js')
  await page.evaluate((to) => void location.assign(to), address)
  await page.waitForURL(`**${address}`, { waitUntil: 'commit' })
  await expect(page.getByRole('contentinfo')).toBeAttached()
  return letGo
}

const check = (page: Page) => page.getByRole('region', { name: 'Quick check of the beginner depth' })

test('an answer checked before a quick check’s code has loaded is checked once it has', async ({ page }) => {
  const letGo = await hold(page, '**/assets/quick-check-loader-*.js')
  await page.goto('/internals/cgroups')
  await check(page).getByRole('radio').first().focus()
  await page.keyboard.press('2')
  await check(page).getByRole('button', { name: 'Sure', exact: true }).first().click()
  await expect(page.locator('.loading-bar')).toBeAttached()
  letGo()
  await expect(check(page).getByRole('button', { name: 'Answer again' })).toBeVisible()
  await expect(check(page).getByRole('radio').nth(1)).toBeChecked()
  await expect(page.locator('.loading-bar')).toHaveCount(0)
})

test('a click in a text whose code has not loaded is replayed once, when it has', async ({ page }) => {
  const letGo = await hold(page, '**/assets/lesson-internals-cgroups-*.js')
  await page.goto('/internals/cgroups')
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.getByRole('button', { name: 'Open the practitioner depth' }).click()
  await check(page).getByRole('radio').nth(1).check()
  letGo()
  await expect(page.getByRole('button', { name: 'Close the practitioner depth' })).toBeVisible()
  await expect(check(page).getByRole('radio').nth(1)).toBeChecked()
  await page.getByRole('button', { name: 'Close the practitioner depth' }).click()
  await expect(page.getByRole('button', { name: 'Open the practitioner depth' })).toBeVisible()
})

test('a digit pressed in a text whose code has not loaded chooses its answer once it has', async ({
  page,
}) => {
  const letGo = await hold(page, '**/assets/lesson-internals-cgroups-*.js')
  await page.goto('/internals/cgroups')
  await check(page).getByRole('radio').first().focus()
  await page.keyboard.press('2')
  letGo()
  await expect(check(page).getByRole('radio').nth(1)).toBeChecked()
})

test('Enter works the same before and after a quick check’s code has loaded', async ({ page }) => {
  const letGo = await hold(page, '**/assets/quick-check-loader-*.js')
  await page.goto('/internals/cgroups')
  await check(page).getByRole('radio').first().check()
  await page.keyboard.press('Enter')
  letGo()
  await expect(check(page).getByRole('button', { name: 'Fairly sure' }).first()).toBeFocused()
  expect(page.url()).toMatch(/cgroups$/)
})

test('a click on the icon of a button whose code has not loaded is done once it has', async ({ page }) => {
  const letGo = await hold(page, '**/assets/quick-check-loader-*.js')
  await page.goto('/compose/healthchecks')
  const rows = page.getByRole('list', { name: 'Your order' }).first().getByRole('listitem')
  const first = (await rows.first().getAttribute('data-part')) ?? ''
  await rows.first().getByRole('button', { name: 'Move down' }).locator('svg').click()
  letGo()
  await expect(rows.nth(1)).toHaveAttribute('data-part', first)
})

test.describe('before any code of a page has loaded', () => {
  test.beforeEach(({ page }) => page.goto('/404'))

  test('clicks on a lesson are replayed: role, theme, depth, note, mark, answer', async ({ page }) => {
    const letGo = await openWithoutCode(page, '/internals/cgroups')
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark')
    await page.getByRole('combobox', { name: 'Read as' }).selectOption('practitioner')
    await page.getByRole('button', { name: 'Open the manager depth' }).click()
    await page.getByRole('button', { name: 'Mark as read' }).click()
    await check(page).getByRole('radio').nth(1).check()
    await check(page).getByRole('button', { name: 'Sure', exact: true }).first().click()
    letGo()
    await expect(page.getByRole('button', { name: 'Read: added to your image' })).toBeVisible()
    await expect(page.getByRole('combobox', { name: 'Theme' })).toHaveValue('dark')
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await expect(page.locator('html')).toHaveAttribute('data-role', 'practitioner')
    // Choosing the role has closed the depth that has the check.
    await page.getByRole('button', { name: 'Open the beginner depth' }).click()
    await expect(check(page).getByRole('button', { name: 'Answer again' })).toBeVisible()
    await expect(check(page).getByRole('radio').nth(1)).toBeChecked()
  })

  test('a slash opens search with the text typed after it', async ({ page }) => {
    const letGo = await openWithoutCode(page, '/about')
    await page.keyboard.press('/')
    await page.keyboard.type('vol')
    letGo()
    await expect(page.getByRole('combobox', { name: /^Search topics/ })).toHaveValue('vol')
  })

  test('a quiz is chosen and started', async ({ page }) => {
    const letGo = await openWithoutCode(page, '/quiz/internals')
    await page.getByRole('combobox', { name: 'How many' }).selectOption('5')
    await page.getByRole('checkbox').nth(1).uncheck()
    await page.getByRole('button', { name: 'Start the quiz' }).click()
    letGo()
    await expect(page.getByRole('heading', { level: 2, name: '1 of 5' })).toBeVisible()
  })

  test('text typed into a filter is applied, and the copy button works', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const letGo = await openWithoutCode(page, '/summary')
    await page.getByRole('searchbox', { name: 'Topics that mention' }).fill('tmpfs')
    await page.getByRole('button', { name: /^Copy Markdown/ }).click()
    letGo()
    await expect(page.getByRole('button', { name: /^Copied/ })).toBeVisible()
    await expect(page.getByRole('searchbox', { name: 'Topics that mention' })).toHaveValue('tmpfs')
    await expect(page).toHaveURL(/tmpfs/)
  })
})

test('a press while React hydrates the page counts once', async ({ page }) => {
  await page.addInitScript(() => {
    const add = document.addEventListener
    document.addEventListener = (type: string, ...rest: [EventListener, boolean?]) => {
      add.call(document, type, ...rest)
      // React listens before it renders. The head script, which listens first, runs while there is no button yet.
      const button = [...document.querySelectorAll('button')].find(
        (each) => each.textContent === 'Mark as read',
      )
      if (type !== 'click' || !button) return
      document.addEventListener = add
      queueMicrotask(() => button.click())
    }
  })
  await page.goto('/internals/cgroups')
  await expect(page.getByRole('button', { name: 'Read: added to your image' })).toBeVisible()
})

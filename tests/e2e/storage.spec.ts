import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { encodeQuizLink } from '#domain/quiz-link/link-code.ts'
import { expect, test } from '#tests/support/test.ts'

const key = 'docker-mastery.progress'
const stored = (page: Page) => page.evaluate((name) => localStorage.getItem(name), key)

/** Stores text under the key of progress, as a page of an older, newer or broken build might. */
async function store(page: Page, text: string): Promise<void> {
  await page.goto('/about')
  await page.evaluate(([name = '', value = '']) => localStorage.setItem(name, value), [key, text])
}

async function savedBackup(page: Page): Promise<string> {
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save a backup' }).first().click()
  return readFileSync(await (await downloading).path(), 'utf8')
}

const markAsRead = (page: Page) => page.getByRole('button', { name: 'Mark as read' })
const isRead = (page: Page) => page.getByRole('button', { name: 'Read: added to your image' })

/** Leaves no room for another character. */
async function fillStorage(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (let size = 1 << 22, count = 0; size >= 1; count++) {
      try {
        localStorage.setItem(`another-site-${count}`, 'x'.repeat(size))
      } catch {
        size = Math.floor(size / 2)
      }
    }
  })
}

/** Makes room again, and tells the page that its reader is back. */
async function emptyStorage(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage))
      if (key.startsWith('another-site')) localStorage.removeItem(key)
    window.dispatchEvent(new Event('focus'))
  })
}

test('a result that cannot be saved says so, and is saved once there is room', async ({ page }) => {
  const code = encodeQuizLink({
    title: 'Week 3',
    selection: { kind: 'items', items: ['internals.cgroups.q-cpus-meaning'] },
    seed: 'a1',
    shuffle: false,
    feedback: 'end',
    passMark: 0,
    asks: 'nothing',
    asksConfidence: false,
  })
  const main = page.getByRole('main')
  await page.goto(`/a#${code}`)
  await main.getByRole('button', { name: 'Start the quiz' }).click()
  await expect(main.getByRole('heading', { level: 2 })).toHaveText('1 of 1')
  await fillStorage(page)
  await main.getByRole('button', { name: 'Skip and see the result' }).click()
  await expect(main.getByText('This browser can’t save this result now')).toBeVisible()
  await emptyStorage(page)
  await expect(main.getByText('This result stays in this browser until you delete it.')).toBeVisible()
  await page.reload()
  await expect(main.getByRole('heading', { name: 'Submit your result' })).toBeVisible()
})

test('with blocked storage, the course says so, works, and can be saved as a file', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      },
    })
  })
  await page.goto('/internals/cgroups?role=practitioner')
  await expect(page.getByText('This browser does not let the site save anything.')).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Read as' })).toHaveValue('practitioner')
  await markAsRead(page).click()
  await expect(isRead(page)).toBeVisible()
  await page.getByRole('link', { name: 'Docker Mastery' }).click()
  await expect(page.getByText('you:latest: 1 of 32 layers built')).toBeVisible()
  expect(JSON.parse(await savedBackup(page)).progress.read['internals.cgroups'].on).toBe(true)

  await page.getByRole('link', { name: 'Settings' }).click()
  await expect(
    page.getByRole('main').getByText('This browser does not let the site save anything.'),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Hide' }).click()
  await expect(page.getByRole('button', { name: 'Save a backup' })).toHaveCount(0)
})

test('an unreadable document is quarantined and reported, and progress starts empty', async ({ page }) => {
  const torn = '{"version":1,"answers":[{"item":"internals.cgroups.q-defa'
  await store(page, torn)
  await page.goto('/internals/cgroups')
  await expect(page.getByText('The progress saved in this browser could not be read.')).toBeVisible()
  await markAsRead(page).click()
  await page.getByRole('link', { name: 'See the unreadable text' }).click()
  await expect(page.getByText(`${key}.aside.1`).first()).toBeVisible()
  await expect(page.getByText(`${torn.length} characters`)).toBeVisible()

  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: `Download ${key}.aside.1` }).click()
  expect(readFileSync(await (await downloading).path(), 'utf8')).toBe(torn)
  await page.getByRole('button', { name: `Try to read it again ${key}.aside.1` }).click()
  await expect(page.getByText(/^Nothing changed\. This can’t be read/)).toBeVisible()

  await page.reload()
  await expect(page.getByText('The progress saved in this browser could not be read.')).toHaveCount(0)
  await expect(page.getByText(`${key}.aside.1`).first()).toBeVisible()
  await page.getByRole('button', { name: `Delete ${key}.aside.1` }).click()
  await page.getByRole('button', { name: 'Delete it' }).click()
  await expect(page.getByText('Deleted.')).toBeVisible()
  await page.goto('/internals/cgroups')
  await expect(isRead(page)).toBeVisible()
})

test('a document of a newer version stays unchanged, and the page says so', async ({ page }) => {
  const newer =
    '{"version":99,"answers":{"in":"a shape of the future"},"settings":{"theme":{"value":"dark","at":1}}}'
  await store(page, newer)
  await page.goto('/internals/cgroups')
  await expect(page.getByText('A newer version of the course has saved progress here.')).toBeVisible()
  await markAsRead(page).click()
  await expect(isRead(page)).toBeVisible()
  await page.getByRole('combobox', { name: 'Read as' }).selectOption('Manager')
  expect(await stored(page)).toBe(newer)
  expect(JSON.parse(await savedBackup(page)).progress.read['internals.cgroups'].on).toBe(true)
  await page.getByRole('button', { name: 'Reload the page' }).click()
  await expect(markAsRead(page)).toBeVisible()
  expect(await stored(page)).toBe(newer)
})

test('when storage is full, no saved data is lost, and saving resumes once there is room', async ({
  page,
}) => {
  await page.goto('/internals/namespaces')
  await markAsRead(page).click()
  await expect(isRead(page)).toBeVisible()
  await fillStorage(page)
  await page.goto('/internals/cgroups')
  await markAsRead(page).click()
  await expect(isRead(page)).toBeVisible()
  await expect(page.getByText('This browser’s storage is full.')).toBeVisible()
  expect(JSON.parse((await stored(page)) ?? '').read).toHaveProperty(['internals.namespaces', 'on'], true)
  expect(JSON.parse(await savedBackup(page)).progress.read['internals.cgroups'].on).toBe(true)

  await page.evaluate(() => {
    for (const name of Object.keys(localStorage))
      if (name.startsWith('another-site')) localStorage.removeItem(name)
  })
  await page.getByRole('button', { name: 'Bookmark' }).click()
  await expect(page.getByText('This browser’s storage is full.')).toHaveCount(0)
  await page.reload()
  await expect(isRead(page)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Bookmarked' })).toBeVisible()
})

test('when storage is full, the page says so before an unchecked answer is lost', async ({ page }) => {
  await page.goto('/internals/cgroups')
  await fillStorage(page)
  const check = page.getByRole('region', { name: 'Quick check of the beginner depth' })
  await check.getByRole('radio').first().check()
  await expect(page.getByText('This browser’s storage is full.')).toBeVisible()
  await expect(check.getByRole('radio').first()).toBeChecked()
})

import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from '#tests/support/test.ts'

const stored = (page: Page) => page.evaluate(() => localStorage.getItem('docker-mastery.progress'))
const layers = (page: Page) => page.getByRole('region', { name: 'docker history you:latest' })
const answerOf = (page: Page) => page.getByRole('main').getByRole('status').filter({ hasText: /\w/ })

async function readOneTopic(page: Page): Promise<void> {
  await page.goto('/internals/cgroups')
  await page.getByRole('button', { name: 'Mark as read' }).click()
  await page.getByRole('button', { name: 'Bookmark' }).click()
  await expect(page.getByRole('button', { name: 'Bookmarked' })).toBeVisible()
  await page.goto('/progress')
  await expect(layers(page).getByRole('rowheader', { name: 'Cgroups' })).toBeVisible()
}

async function restore(page: Page, text: string): Promise<void> {
  await page.getByLabel('Backup file').setInputFiles({
    name: 'backup.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  })
}

test('a backup restores progress in another browser and reports the changes', async ({
  page,
  otherProfile,
}) => {
  await readOneTopic(page)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save a backup' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^docker-mastery-progress-\d{4}-\d\d-\d\d\.json$/)
  const backup = readFileSync(await download.path(), 'utf8')

  const other = await otherProfile.newPage()
  await other.goto('/storage/tmpfs')
  await other.getByRole('button', { name: 'Mark as read' }).click()
  await other.goto('/progress')
  await restore(other, backup)
  await expect(answerOf(other)).toHaveText(
    'Restored: 1 topic read, 1 opened topic or note, 1 bookmark. What was here before is still here.',
  )
  await expect(layers(other).getByRole('rowheader')).toHaveCount(2)
  await restore(other, backup)
  await expect(answerOf(other)).toHaveText('Nothing changed: everything in this backup is already here.')
  await other.reload()
  await expect(layers(other).getByRole('rowheader')).toHaveCount(2)

  await other.getByText('Paste the text of a backup instead').click()
  await other.getByRole('textbox', { name: 'Text of the backup' }).fill(backup.slice(0, -20))
  await other.getByRole('button', { name: 'Restore from this text' }).click()
  await expect(answerOf(other)).toContainText('Nothing changed.')
})

test('a reset can be undone, and a backup can be restored after it', async ({ page }) => {
  await readOneTopic(page)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save a backup' }).click()
  const backup = readFileSync(await (await downloading).path(), 'utf8')
  await page.getByRole('combobox', { name: 'Read as' }).selectOption('Manager')

  await page.getByText('Reset progress…').click()
  await page.getByRole('button', { name: 'Reset now' }).click()
  await expect(layers(page).getByText('you, and no layers yet')).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Read as' })).toHaveValue('manager')
  await page.getByRole('button', { name: 'Undo the reset' }).click()
  await expect(layers(page).getByRole('rowheader', { name: 'Cgroups' })).toBeVisible()
  await expect(
    page.getByRole('region', { name: 'Bookmarks' }).getByRole('link', { name: 'Cgroups' }),
  ).toBeVisible()

  await page.getByRole('button', { name: 'Reset now' }).click()
  await page.reload()
  await expect(layers(page).getByText('you, and no layers yet')).toBeVisible()
  await restore(page, backup)
  await expect(answerOf(page)).toContainText('Restored: 1 topic read')
  await page.reload()
  await expect(layers(page).getByRole('rowheader', { name: 'Cgroups' })).toBeVisible()
})

const nothing = { era: { number: 0, at: 0 }, answers: [], opened: {}, read: {}, bookmarks: {}, settings: {} }
const whole = { version: 1, ...nothing, session: { value: null, at: 0 } }

/** Files that are not backups of this course, and the message for each. */
const broken = {
  'no JSON': ['Dear diary, today I learnt about layers.', /It is not JSON/],
  nothing: ['', /It is not JSON/],
  'a cut-off file': [JSON.stringify(whole).slice(0, 80), /It is not JSON/],
  'JSON of something else': ['{"name":"left-pad","version":"1.3.0"}', /it has no version/],
  'a list': ['[1, 2, 3]', /it has no version/],
  'a null': ['null', /it has no version/],
  'a backup of a newer course': [
    JSON.stringify({ ...whole, version: 7 }),
    /has version 7, and this page reads/,
  ],
  'an answer that is none': [JSON.stringify({ ...whole, answers: [{ item: 7 }] }), /answers/],
  'a time beyond all time': [JSON.stringify({ ...whole, opened: { 'internals.cgroups': 1e300 } }), /opened/],
  'an unknown field': [JSON.stringify({ ...whole, admin: true }), /admin/],
  'a file of 6 MB': [`"${'x'.repeat(6_000_000)}"`, /The file is 6\.0 MB; a backup is at most 5\.0 MB/],
  'JSON nested 100,000 deep': [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, /Nothing changed/],
} satisfies Record<string, [string, RegExp]>

test('a file that is not a backup changes nothing, with a reason', async ({ page }) => {
  await readOneTopic(page)
  const before = await stored(page)
  for (const [name, [text, says]] of Object.entries(broken)) {
    await restore(page, text)
    await expect.soft(answerOf(page), name).toContainText(says)
    await expect.soft(answerOf(page), name).toContainText('Nothing changed.')
    expect.soft(await stored(page), name).toBe(before)
  }
  await expect(layers(page).getByRole('rowheader', { name: 'Cgroups' })).toBeVisible()
})

test('hostile names and HTML are shown as plain text', async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { pwned: () => console.error('pwned') })
  })
  await readOneTopic(page)
  const html = '<img src=x onerror=pwned()><script>pwned()</script>'
  const session = {
    title: html,
    origin: { kind: 'area', area: `javascript:pwned()//${html}` },
    items: [`${html}.q`],
    seed: html,
    shuffle: true,
    feedback: 'each',
    answers: {},
    at: 0,
    startedAt: 1,
  }
  const hostile = JSON.stringify({ ...whole, session: { value: session, at: 9e12 } }).replace(
    '"opened":{}',
    '"opened":{"__proto__":5,"constructor":6,"toString":7},"read":{"__proto__":{"on":true,"at":1},"hasOwnProperty":{"on":true,"at":1}}',
  )
  await restore(page, hostile.replace('"read":{},', ''))
  await expect(answerOf(page)).toContainText(/\w/)
  expect(await page.evaluate(() => 'on' in {} || 'at' in {})).toBe(false)
  await expect(layers(page).getByRole('rowheader')).toHaveCount(1)
  await page.goto('/')
  await expect(page.getByRole('link', { name: `Finish the quiz: ${html}` })).toBeVisible()
  await page.goto('/quiz')
  await page.getByRole('button', { name: 'Start the quiz' }).click()
  await expect(page.getByRole('heading', { level: 2, name: '1 of 10' })).toBeVisible()
  await page.goto('/progress')
  await expect(layers(page).getByRole('rowheader')).toHaveCount(1)
})

test('several files at once restore nothing and say so', async ({ page }) => {
  await page.goto('/progress')
  const file = {
    name: 'backup.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(whole)),
  }
  await page.getByLabel('Backup file').setInputFiles([file, file])
  await expect(answerOf(page)).toHaveText('Nothing changed. Restore one backup at a time.')
})

for (const address of ['/progress', '/instructor'])
  test(`${address} does not open a file that is dropped beside the field`, async ({ page }) => {
    await page.goto(address)
    const isRefused = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => {
          const dataTransfer = new DataTransfer()
          dataTransfer.items.add(new File(['text'], 'notes.txt'))
          const options = { dataTransfer, bubbles: true, cancelable: true }
          return ['dragover', 'drop'].map((name) => !element.dispatchEvent(new DragEvent(name, options)))
        })
    expect(await isRefused('h1')).toEqual([true, true])
  })

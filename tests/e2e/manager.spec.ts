import { readFileSync } from 'node:fs'
import { areaSlugs } from '#tests/support/content.ts'
import { pageCount } from '#tests/support/pdf.ts'
import { expect, test } from '#tests/support/test.ts'

test('reading as a manager opens the manager’s depth, and the others open with one press', async ({
  page,
}) => {
  await page.goto('/registries/content-trust')
  const manager = page.getByRole('region', { name: 'For managers' })
  await expect(manager.getByRole('heading', { name: 'Ask your team' })).toHaveCount(0)
  await page.getByRole('combobox', { name: 'Read as' }).selectOption('Manager')
  await expect(manager.getByRole('heading', { name: 'Ask your team' })).toBeVisible()
  const beginner = page.getByRole('region', { name: 'Start here' })
  await expect(beginner.getByRole('heading', { level: 3 })).toHaveCount(0)
  await beginner.getByRole('button', { name: 'Open the beginner depth' }).click()
  await expect(beginner.getByRole('heading', { level: 3 }).first()).toBeVisible()
  await expect(manager.getByRole('heading', { name: 'Ask your team' })).toBeVisible()
})

test('the summary filters by text and area, keeps the filter in its address, and follows the role', async ({
  page,
}) => {
  await page.goto('/summary')
  const count = page.getByRole('status').filter({ hasText: /topics?$/ })
  await expect(count).toHaveText('32 topics')
  await expect(page.getByRole('table')).toHaveCount(9)
  await expect(page.getByRole('columnheader', { name: 'Risk' })).toHaveCount(0)
  await page.getByRole('combobox', { name: 'Read as' }).selectOption('Manager')
  await expect(page.getByRole('columnheader', { name: 'Risk' })).toHaveCount(9)
  await expect(page.getByRole('columnheader', { name: 'Short note' })).toHaveCount(9)

  await page.getByRole('searchbox', { name: 'Topics that mention' }).fill('cgroups')
  await expect(page.getByRole('rowheader', { name: 'Cgroups' })).toBeVisible()
  await expect(page.getByRole('rowheader', { name: '.dockerignore' })).toHaveCount(0)
  await expect(page).toHaveURL(/\?q=cgroups$/)
  await page.getByRole('searchbox').fill('')
  await page.getByRole('combobox', { name: 'Area' }).selectOption('Networking')
  await expect(count).toHaveText('4 topics')
  await expect(page.getByRole('table')).toHaveCount(1)
  await page.reload()
  await expect(count).toHaveText('4 topics')
  await expect(page.getByRole('combobox', { name: 'Area' })).toHaveValue('networking')

  await page.getByRole('searchbox').fill('zzzz')
  await expect(page.getByText(/^No topic mentions all of these words/)).toBeVisible()
  await expect(count).toHaveText('0 topics')
})

test('the filtered summary is copied as Markdown and saved as CSV', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/summary?area=registries&role=manager')
  await expect(page.getByRole('table')).toHaveCount(1)
  const rows = await page
    .getByRole('row')
    .evaluateAll((shown) =>
      shown.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? '')),
    )

  await page.getByRole('button', { name: 'Copy Markdown the tables as Markdown' }).click()
  await expect(page.getByText('Copied')).toBeVisible()
  const markdown = await page.evaluate(() => navigator.clipboard.readText())
  const lines = markdown.split('\n')
  expect(lines[0]).toBe('| Area | Topic | Short note | Decide | Cost | Risk |')
  expect(lines[1]).toBe('| --- | --- | --- | --- | --- | --- |')
  expect(lines).toHaveLength(rows.length + 1)
  for (const [index, cells] of rows.slice(1).entries()) {
    const line = (lines[index + 2] ?? '').replace(/[`\\]/g, '')
    for (const cell of cells) expect(line).toContain(cell)
  }

  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('docker-mastery-summary.csv')
  const csv = readFileSync(await download.path(), 'utf8')
  expect(csv.split('\r\n')).toHaveLength(rows.length)
  expect(csv).toMatch(/^\ufeffArea,Topic,Short note,Decide,Cost,Risk\r\n/)
  for (const [topic = ''] of rows.slice(1)) expect(csv).toContain(topic)
})

test('each brief prints on one A4 page', async ({ page }) => {
  const pages: Record<string, number> = {}
  for (const area of areaSlugs) {
    await page.goto(`/brief/${area}`)
    await page.evaluate(() => document.fonts.ready)
    pages[area] = pageCount(await page.pdf({ format: 'A4' }))
  }
  expect(pages).toEqual(Object.fromEntries(areaSlugs.map((area) => [area, 1])))
})

test('a brief links to the manager’s depth of a lesson', async ({ page }) => {
  await page.goto('/brief/internals')
  await page.getByRole('rowheader').getByRole('link', { name: 'Cgroups' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Cgroups' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Ask your team' })).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Read as' })).toHaveValue('manager')
})

test('the nine tables print on few pages, without header, tools and footer', async ({ page }) => {
  await page.goto('/summary')
  await page.evaluate(() => document.fonts.ready)
  const asLearner = pageCount(await page.pdf({ format: 'A4' }))
  await page.goto('/summary?role=manager')
  await expect(page.getByRole('columnheader', { name: 'Risk' })).toHaveCount(9)
  const asManager = pageCount(await page.pdf({ format: 'A4' }))
  test
    .info()
    .annotations.push({ type: 'pages', description: `${asLearner} as a learner, ${asManager} as a manager` })
  expect(asLearner).toBeLessThanOrEqual(4)
  expect(asManager).toBeLessThanOrEqual(10)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('banner')).toBeHidden()
  await expect(page.getByRole('searchbox')).toBeHidden()
  await expect(page.getByRole('contentinfo')).toBeHidden()
})

test('a lesson prints with all its depths and notes open', async ({ page }) => {
  await page.goto('/internals/cgroups')
  await page.emulateMedia({ media: 'print' })
  for (const depth of ['Start here', 'Go deeper']) {
    await expect(
      page.getByRole('region', { name: depth }).getByRole('heading', { level: 3 }).first(),
    ).toBeVisible()
  }
  await expect(page.getByRole('heading', { name: 'Ask your team' })).toBeVisible()
  const note = page.getByRole('region', { name: 'Go deeper' }).locator('details').first()
  await expect(note.getByRole('paragraph').first()).toBeVisible()
})

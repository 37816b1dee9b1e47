import { expect, test } from '#tests/support/test.ts'

const gone = { status: 404, contentType: 'text/plain', body: 'Not found' }

test('after a deploy, the search says that the course was updated, and reloads at the same address', async ({
  page,
  expected,
}) => {
  expected.push(/status of 404/)
  await page.goto('/internals/cgroups?role=manager#sources')
  await page.route('**/assets/**', (route) => route.fulfill(gone))
  await page.keyboard.press('/')
  const notice = page.getByRole('status').filter({ hasText: 'The search did not load.' })
  await expect(notice).toContainText('The course has been updated since this page was opened.')
  await expect(notice.getByRole('button', { name: 'Try again' })).toHaveCount(0)
  await page.unroute('**/assets/**')
  const loaded = page.waitForEvent('load')
  await notice.getByRole('button', { name: 'Reload the page' }).click()
  await loaded
  await expect(page).toHaveURL(/\/internals\/cgroups\?role=manager#sources$/)
})

test('after a deploy, the index of an open search is gone, and the dialog says why', async ({
  page,
  expected,
}) => {
  expected.push(/status of 404/)
  await page.route('**/assets/search-*.json', (route) => route.fulfill(gone))
  await page.goto('/search?q=volume')
  const notice = page.getByRole('status').filter({ hasText: 'The search index did not load.' })
  await expect(notice).toContainText('The course has been updated')
})

test('after a deploy, a link loads the page of the new build in full', async ({ page, expected }) => {
  expected.push(/status of 404/)
  await page.goto('/summary')
  await page.route('**/assets/**', (route) => route.fulfill(gone))
  const opened = page.waitForRequest((request) => request.isNavigationRequest())
  await page.getByRole('contentinfo').getByRole('link', { name: 'Glossary' }).click()
  await opened
  await page.unroute('**/assets/**')
  await expect(page).toHaveURL(/\/glossary$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Glossary' })).toBeVisible()
})

test('a page that the router cannot show is reloaded at the same address', async ({ page, expected }) => {
  expected.push(/decode|Error|error/)
  await page.goto('/summary')
  await page.route('**/glossary.data*', (route) => route.fulfill({ status: 200, body: 'not what it was' }))
  await page.getByRole('contentinfo').getByRole('link', { name: 'Glossary' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'This page did not load' })).toBeVisible()
  await page.getByRole('button', { name: 'Reload the page' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Glossary' })).toBeVisible()
  await expect(page).toHaveURL(/\/glossary$/)
})

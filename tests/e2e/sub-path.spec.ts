import { existsSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { startStaticServer } from '#scripts/build/static-server.ts'
import { test as base, expect } from '#tests/support/test.ts'

/** A second build by `npm run test:build`, for hosts such as GitHub Pages that serve the course below a path. */
const folder = '.cache/below-a-path/client'
const path = '/docker/'

const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern
  baseURL: async ({}, use) => {
    const server = await startStaticServer(folder, { port: 0, base: path })
    await use(server.address)
    await server.close()
  },
})

test.use({ serviceWorkers: 'allow' })
test.skip(!existsSync(folder), 'there is no build for a sub-path: npm run test:build')

async function keep(page: Page, data: string): Promise<void> {
  // A page is stored only once it is used.
  await page.getByRole('heading', { level: 1 }).click()
  const paths = () =>
    page.evaluate(async () => {
      const names = (await caches.keys()).filter((name) => name.startsWith('docker-mastery.kept'))
      const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
      return keys.flat().map(({ url }) => new URL(url).pathname)
    })
  await expect.poll(paths, { timeout: 30_000 }).toContain(`${path}${data}`)
}

test('a course below a path works, links inside it, and works offline', async ({
  page,
  context,
  expected,
}) => {
  test.slow()
  // Chromium logs failed requests to the console.
  expected.push(/Failed to load resource/)
  const heading = page.getByRole('heading', { level: 1 })
  const outside: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (!pathname.startsWith(path)) outside.push(pathname)
  })

  await page.goto('')
  await page.locator('main a[href="/docker/evolution"]').click()
  await expect(page).toHaveURL(/\/docker\/evolution$/)
  await expect(heading).toBeVisible()
  // Some hosts, such as GitHub Pages, add the trailing slash.
  await page.goto('internals/cgroups/?role=practitioner#the-end')
  await expect(page).toHaveURL(/\/internals\/cgroups\?role=practitioner#the-end$/)
  await expect(heading).toHaveText('Cgroups')
  await keep(page, 'internals/cgroups.data')
  await page.goto('internals/namespaces')
  await keep(page, 'internals/namespaces.data')
  expect(await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)).toContain(`${path}sw.js`)

  await context.setOffline(true)
  await page.reload()
  await expect(heading).toHaveText('Namespaces')
  await page.goto('internals/cgroups/')
  await expect(heading).toHaveText('Cgroups')
  await page.locator('main a[href="/docker/internals/namespaces"]').first().click()
  await expect(heading).toHaveText('Namespaces')
  await page.goto('no/such-page')
  await expect(heading).toHaveText('Page not found')
  expect(outside, 'requests outside of the path').toEqual([])
})

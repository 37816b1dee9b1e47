import type { Page } from '@playwright/test'
import { expect, test } from '#tests/support/test.ts'

const part = { sha256: '0'.repeat(64), bytes: 20_000_000 }
const manifest = {
  format: 1,
  builtAt: '2026-11-23T00:00:00Z',
  memory: 400_000_000,
  versions: { engine: '28.5.2' },
  packages: [],
  bios: part,
  vgaBios: part,
  snapshot: { unpacked: 1, parts: [part] },
  disk: { bytes: 1, chunkBytes: 1, chunks: [] },
}

/** Holds back the response to the manifest until the returned function is called. */
async function holdManifest(page: Page, body: unknown): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  await page.route('**/lab/manifest.json', async (route) => {
    await promise
    await route.fulfill({ json: body })
  })
  return resolve
}

/** The layout shift so far, without shifts that follow user input. */
function layoutShift(page: Page): Promise<number> {
  return page.evaluate(() => {
    const observer = new PerformanceObserver(() => undefined)
    observer.observe({ type: 'layout-shift', buffered: true })
    const shifts = observer.takeRecords() as (PerformanceEntry & { value: number })[]
    return shifts.reduce((sum, { value }) => sum + value, 0)
  })
}

test('on a site without the machine, a lab can be found, read, and done with the reader’s own Docker', async ({
  page,
}) => {
  await page.route('**/lab/manifest.json', (route) => route.fulfill({ json: null }))
  await page.goto('/')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Labs' }).click()
  await page.getByRole('link', { name: 'One kernel, many containers' }).click()
  await expect(page.getByText(/^This site does not have the machine/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Start the machine' })).toHaveCount(0)
  await page.getByText('What the check looks for').first().click()
  await expect(page.getByText('docker logs first', { exact: false }).first()).toBeVisible()
  await expect(page.getByText(/^docker run .* docker-mastery-lab one-kernel$/)).toBeVisible()
  const link = page.getByRole('link', { name: 'read the Dockerfile' })
  const response = await page.request.get((await link.getAttribute('href')) ?? '')
  expect(response.headers()['content-type']).toContain('text/plain')
  expect(await response.text()).toContain('/usr/lib/lab/labs/one-kernel/check')
})

for (const width of [360, 1280]) {
  for (const [name, body, words] of [
    ['an image', manifest, /^20 MB the first time/],
    ['no image', null, /^This site does not have the machine/],
    ['a damaged manifest', { format: 1 }, /is damaged/],
  ] as const) {
    test(`nothing moves when ${name} is found at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 })
      const answer = await holdManifest(page, body)
      await page.goto('/labs/sandbox')
      await expect(page.getByText(/Looking up its size/)).toBeVisible()
      const before = await layoutShift(page)
      answer()
      await expect(page.getByText(words)).toBeVisible()
      expect(await layoutShift(page)).toBe(before)
    })
  }
}

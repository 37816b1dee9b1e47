import { expect, test } from '@playwright/test'

for (const address of ['/internals/cgroups', '/']) {
  test(`a first visit of ${address} on a slow connection loads no web font`, async ({ page }) => {
    await page.addInitScript(() =>
      Object.defineProperty(navigator, 'connection', { value: { rtt: 150, downlink: 1.6 } }),
    )
    const fonts: string[] = []
    page.on('request', (request) => request.resourceType() === 'font' && fonts.push(request.url()))
    await page.goto(address)
    await expect(page.locator('html')).toHaveAttribute('data-fonts', 'later')
    await page.evaluate(() => document.fonts.ready)
    expect(fonts).toEqual([])
  })
}

test('emphasized words are bolder than the text around them, in fallback faces too', async ({ page }) => {
  await page.goto('/internals/cgroups')
  const emphasized = page.getByRole('main').getByRole('emphasis').first()
  await expect(emphasized).toHaveCSS('font-weight', '600')
  await expect(emphasized).toHaveCSS('font-synthesis-weight', 'auto')
})

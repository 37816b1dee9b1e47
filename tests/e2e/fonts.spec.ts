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

import { pageAddresses } from '#tests/support/content.ts'
import { expect, test } from '#tests/support/test.ts'

test('every page has a strict policy, and a header that forbids framing', async ({ request }) => {
  for (const address of [...pageAddresses(), '/no/such/page', '/index.html']) {
    const response = await request.get(address)
    const html = await response.text()
    const header = response.headers()['content-security-policy'] ?? ''
    const own = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? ''
    expect.soft(own, address).toContain("default-src 'none'")
    expect.soft(header, address).toBe("frame-ancestors 'none'")
    expect.soft(own, address).not.toMatch(/unsafe-|\*|https?:|blob:/)
    expect.soft(html.indexOf('<meta http-equiv'), address).toBeLessThan(html.indexOf('<script'))
    const attributes = html
      .replace(/<script[\s\S]*?<\/script>/g, '')
      .match(/<[^>]+\s(style|on[a-z]+)="[^>]*>/g)
    expect.soft(attributes ?? [], `inline styles and handlers of ${address}`).toEqual([])
    expect.soft(response.headers()['x-content-type-options'], address).toBe('nosniff')
  }
})

test('the policy blocks an injected script', async ({ page, expected }) => {
  await page.goto('/')
  expected.push(/Content Security Policy|policy broken/)
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.pwned = true'
    document.body.append(script)
    document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.pwned = true">')
    // A timer with a string runs code like eval does. (Playwright’s `evaluate` is exempt from the policy.)
    setTimeout('window.pwned = true')
    await fetch('https://example.com/').catch(() => undefined)
    await new Promise(requestAnimationFrame)
    return 'pwned' in window
  })
  expect(ran).toBe(false)
})

const html = '<img src=x onerror=pwned()><script>pwned()</script>"\'><svg onload=pwned()>'
const coded = encodeURIComponent(html)
const hostile = [
  `/search?q=${coded}`,
  `/summary?q=${coded}`,
  `/summary?area=${coded}`,
  `/?role=${coded}`,
  '/?role=__proto__',
  '/internals/cgroups?role=constructor',
  '/internals/cgroups?role=manager&role=beginner',
  `/#${coded}`,
  `/#${html}`,
  `/internals/cgroups#${coded}`,
  '/internals/cgroups#%',
  '/internals/cgroups#%E0%A4%A',
  '/glossary#__proto__',
  `/quiz?${coded}=1`,
  '/internals/cgroups?q=javascript:pwned()#javascript:pwned()',
]

for (const address of hostile) {
  test(`untrusted text in the address stays text: ${address}`, async ({ page }) => {
    await page.addInitScript(() => {
      Object.assign(window, { pwned: () => console.error('pwned') })
    })
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'This page did not load' })).toHaveCount(0)
    await expect(page.locator('html')).toHaveAttribute('data-role', /^(beginner|manager)$/)
    await expect(page.locator('main img, main script, main [onload]')).toHaveCount(0)
  })
}

test('HTML typed into search, filters and answers stays text', async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { pwned: () => console.error('pwned') })
  })
  await page.goto('/glossary')
  await page.getByRole('searchbox', { name: 'Terms that mention' }).fill(html)
  await page.getByRole('main').press('/')
  const field = page.getByRole('combobox', { name: 'Search topics, notes, commands and terms' })
  await field.fill(html)
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible()
  await field.fill('<zzqq>')
  const nothing = 'Nothing mentions “<zzqq>”'
  await expect(page.getByRole('dialog').getByText(nothing)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/search\?q=/)
  await expect(page.getByRole('main').getByText(nothing)).toBeVisible()
  await page.getByRole('searchbox').fill(html)
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible()
  await expect(page.locator('img, main script, main svg[onload]')).toHaveCount(0)
})

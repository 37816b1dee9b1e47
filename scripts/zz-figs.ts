import { mkdirSync, writeFileSync } from 'node:fs'
import { chromium } from '@playwright/test'

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium-headless-shell',
  args: ['--no-sandbox'],
})
const [width, scheme, ...pages] = process.argv.slice(2) as [string, 'light' | 'dark', ...string[]]
mkdirSync('/tmp/figs', { recursive: true })
const c = await browser.newContext({
  viewport: { width: Number(width), height: 1000 },
  colorScheme: scheme,
  reducedMotion: 'reduce',
})
const page = await c.newPage()
const shots: string[] = []
for (const path of pages) {
  await page.goto('http://localhost:4399' + path)
  await page.waitForTimeout(400)
  await page
    .getByRole('combobox', { name: 'Read as' })
    .selectOption('practitioner')
    .catch(() => {})
  await page.waitForTimeout(500)
  for (let i = 0; i < 3; i++)
    await page
      .getByRole('button', { name: /^Open the \w+ depth/ })
      .first()
      .click({ timeout: 800 })
      .catch(() => {})
  await page.waitForTimeout(700)
  const f = page.locator('figure.plate').first()
  await f.scrollIntoViewIfNeeded().catch(() => {})
  await page.waitForTimeout(900)
  const file = `/tmp/figs/${path.replaceAll('/', '_')}-${width}-${scheme}.png`
  await f.screenshot({ path: file }).catch((e) => console.log(path, String(e).slice(0, 200)))
  shots.push(file)
}
const m = await browser.newPage({ viewport: { width: 1900, height: 1000 } })
writeFileSync(
  '/tmp/figs/m.html',
  `<body style="background:#888;display:grid;grid-template-columns:repeat(${Number(width) < 500 ? 5 : 3},1fr);align-items:start;gap:8px;margin:8px">${shots.map((s) => `<img src="file://${s}" style="width:100%;margin-bottom:8px">`).join('')}`,
)
await m.goto('file:///tmp/figs/m.html')
await m.screenshot({ path: `/tmp/figs/montage-${width}-${scheme}.png`, fullPage: true })
await browser.close()

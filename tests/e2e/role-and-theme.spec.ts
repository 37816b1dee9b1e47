import type { Page } from '@playwright/test'
import { expect, test } from '#tests/support/test.ts'

type Look = { role: string | undefined; theme: string | undefined }
declare global {
  interface Window {
    /** The role and theme of <html> in each frame, from the first frame that had a body. */
    looks: Look[]
  }
}

/** Records role and theme in every frame, so that a flash of the wrong one is noticed. */
async function recordFrames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.looks = []
    const look = () => {
      const { role, theme } = document.documentElement.dataset
      if (document.body) window.looks.push({ role, theme })
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}

async function looksSeen(page: Page): Promise<Look[]> {
  const looks = await page.evaluate(() => window.looks)
  expect(looks.length).toBeGreaterThan(1)
  const seen = new Set(looks.map((look) => JSON.stringify(look)))
  return [...seen].map((look) => JSON.parse(look))
}

const role = (page: Page) => page.getByRole('combobox', { name: 'Read as' })
const theme = (page: Page) => page.getByRole('combobox', { name: 'Theme' })

test('the chosen role and theme apply from the first frame after a reload', async ({ page }) => {
  await page.goto('/internals/cgroups')
  await role(page).selectOption('Manager')
  await theme(page).selectOption('Dark')
  await recordFrames(page)
  await page.reload()
  await expect(role(page)).toHaveValue('manager')
  await expect(theme(page)).toHaveValue('dark')
  expect(await looksSeen(page)).toEqual([{ role: 'manager', theme: 'dark' }])
  await expect(page.getByRole('heading', { name: 'Ask your team' })).toBeVisible()

  await page.goto('/settings')
  await expect(page.getByRole('radio', { name: /^Manager/ })).toBeChecked()
  await expect(page.getByRole('radio', { name: /^Dark/ })).toBeChecked()
  await page.getByRole('radio', { name: /^Practitioner/ }).check()
  await expect(role(page)).toHaveValue('practitioner')
  await page.getByRole('radio', { name: /^Auto/ }).check()
  await expect(page.locator('html')).not.toHaveAttribute('data-theme')
})

test('a role in the address applies to the visit and is not stored', async ({ page }) => {
  await page.goto('/')
  await role(page).selectOption('Practitioner')
  await recordFrames(page)
  await page.goto('/internals/cgroups?role=manager')
  await expect(role(page)).toHaveValue('manager')
  expect(await looksSeen(page)).toEqual([{ role: 'manager', theme: undefined }])
  await page.goto('/internals/cgroups')
  await expect(role(page)).toHaveValue('practitioner')

  await page.goto('/internals/cgroups?role=manager')
  await role(page).selectOption('Beginner')
  await expect(page.locator('html')).toHaveAttribute('data-role', 'beginner')
  await page.goto('/internals/cgroups')
  await expect(role(page)).toHaveValue('beginner')
})

test('a link within the page keeps the role of the address', async ({ page }) => {
  await page.goto('/internals/cgroups?role=manager')
  await expect(role(page)).toHaveValue('manager')
  const contents = page.getByRole('navigation', { name: 'On this page' })
  await contents.getByRole('link', { name: 'Three limits to set every time' }).click()
  await expect(page).toHaveURL(/#three-limits-to-set-every-time$/)
  await expect(role(page)).toHaveValue('manager')
})

test('without a choice the theme follows the system, and a choice overrides it', async ({ page }) => {
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/')
  const light = await paper()
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await paper()
  expect(dark).not.toBe(light)
  await theme(page).selectOption('Light')
  await expect.poll(paper).toBe(light)
  await page.emulateMedia({ colorScheme: 'light' })
  await theme(page).selectOption('Dark')
  await expect.poll(paper).toBe(dark)
  await theme(page).selectOption('Auto')
  await expect.poll(paper).toBe(light)
})

test('with reduced motion nothing is animated', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('/internals/cgroups')
  await page.getByRole('button', { name: 'Open the practitioner depth' }).click()
  await page.getByRole('region', { name: 'Go deeper' }).locator('summary').first().click()
  const longest = await page.evaluate(() =>
    Math.max(...document.getAnimations().map(({ effect }) => Number(effect?.getTiming().duration ?? 0)), 0),
  )
  expect(longest).toBeLessThan(1)
})

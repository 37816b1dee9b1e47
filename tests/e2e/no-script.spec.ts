import type { Page } from '@playwright/test'
import { pageAddresses } from '#tests/support/content.ts'
import { expect, test } from '#tests/support/test.ts'

test.use({ javaScriptEnabled: false, trace: 'off' })

const isLesson = (address: string) => /^\/(?!brief|labs|quiz|start)[a-z-]+\/[a-z-]+$/.test(address)
const lessons = pageAddresses().filter(isLesson)
const others = pageAddresses().filter((address) => !isLesson(address))

for (const [name, addresses] of Object.entries({ lessons, others })) {
  test(`without JavaScript every page shows its text, a lesson all its depths, and no dead controls: ${name}`, async ({
    page,
  }) => {
    test.slow()
    expect(addresses.length).toBeGreaterThan(10)
    const dead = new Map<string, string[]>()
    for (const address of addresses) {
      const response = await page.goto(address)
      expect.soft(response?.status(), `${address} answers`).toBe(200)
      await expect.soft(page.getByRole('heading', { level: 1 }), `${address} has one h1`).toHaveCount(1)
      const main = page.getByRole('main')
      await expect.soft(main, `${address} has text`).toHaveText(/.{60}/s, { useInnerText: true })
      for (const control of await deadControls(page))
        dead.set(control, [...(dead.get(control) ?? []), address])
      if (isLesson(address)) await expectAllDepths(page, address)
    }
    expect(
      [...dead].map(([control, where]) => `${where.length} pages, such as ${where[0]}: ${control}`),
    ).toEqual([])
  })
}

async function expectAllDepths(page: Page, address: string): Promise<void> {
  for (const depth of ['Start here', 'Go deeper']) {
    const heading = page.getByRole('region', { name: depth }).getByRole('heading', { level: 3 })
    await expect.soft(heading.first(), `${address}: ${depth}`).toBeVisible()
  }
  await expect.soft(page.getByRole('heading', { name: 'Ask your team' }), address).toBeVisible()
}

test('without JavaScript, the notes of a lesson open, and answers can be read', async ({ page }) => {
  await page.goto('/internals/cgroups')
  const note = page.getByRole('region', { name: 'Go deeper' }).locator('details').first()
  await note.locator('summary').click()
  await expect(note.getByRole('paragraph').first()).toBeVisible()
  const answer = page
    .getByRole('region', { name: 'Quick check of the practitioner depth' })
    .getByRole('group')
    .filter({ hasText: 'Answer and explanation' })
  await answer.locator('summary').first().click()
  await expect(answer.getByText(/^Right:/).first()).toBeVisible()
})

test('without JavaScript, the parts of a command can be focused, and the meaning of the focused part is highlighted', async ({
  page,
}) => {
  await page.goto('/start/first-container')
  const part = page.getByRole('radio', { name: '-d', exact: true })
  await expect(part).toHaveAccessibleDescription(/the container runs in the background/)
  await part.press('Space')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: '--name site' })).toBeFocused()
  const backgrounds = await page
    .getByRole('group', { name: 'The parts of a docker run command' })
    .getByRole('definition')
    .evaluateAll((meanings) => meanings.map((meaning) => getComputedStyle(meaning).backgroundColor))
  const unmarked = backgrounds.filter((color) => color === backgrounds[0])
  expect(backgrounds[3]).not.toBe(backgrounds[0])
  expect(unmarked).toHaveLength(backgrounds.length - 1)
})

test('without JavaScript, links, the menu and the search of the 404 page work', async ({
  page,
  expected,
}) => {
  expected.push(/status of 404/)
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/')
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Summary' }).click()
  await expect(page.getByRole('table')).toHaveCount(9)
  await page.getByRole('link', { name: 'Search' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Search' })).toBeVisible()
  const links = page.getByRole('main').getByRole('link')
  for (const href of await links.evaluateAll((found) =>
    found.map((link) => (link as HTMLAnchorElement).href),
  )) {
    expect((await page.request.get(href)).status(), href).toBe(200)
  }
  await page.goto('/nothing/here')
  await expect(page.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible()
})

/**
 * Visible controls that do nothing without JavaScript. Popovers, <details>, forms with an action, and the parts of a
 * command, which CSS highlights, do work.
 */
async function deadControls(page: Page): Promise<string[]> {
  return page.locator('button, select, input, textarea, .needs-script').evaluateAll((controls) =>
    controls
      .filter((control) => control.checkVisibility())
      .filter((control) => !control.closest('form[action], [popovertarget], .command-parts'))
      .map((control) => control.outerHTML.slice(0, 120)),
  )
}

import type { Page } from '@playwright/test'
import { overflowingElements } from '#tests/support/page-checks.ts'
import { expect, test } from '#tests/support/test.ts'

/** A style sheet doubles the root font size (18 px). Media queries ignore that, so the layout must adapt on its own. */
test('with text at 200 % by a style sheet, the header is one row, and nothing is cut off or covered', async ({
  page,
}) => {
  for (const address of [
    '/',
    '/summary',
    '/internals/cgroups',
    '/quiz/internals',
    '/settings',
    '/instructor',
    '/glossary',
  ]) {
    await page.goto(address)
    await enlarge(page)
    for (const width of [1440, 1280, 960, 640, 320]) {
      expect.soft(await overflowingElements(page, width), `${address} at ${width} px`).toEqual([])
      // Sticky elements below the header are positioned by this height (--header-height).
      expect
        .soft((await boundsOf(page, 'header')).height, `the header of ${address} at ${width} px`)
        .toBe(100)
      expect.soft(await overlapsIn(page, 'header'), `the header of ${address} at ${width} px`).toEqual([])
    }
  }
})

test('with text at 200 % on a phone, the menu and the search dialog fit, and no word is broken', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 })
  for (const address of ['/', '/internals/cgroups', '/quiz/internals', '/about']) {
    await page.goto(address)
    await enlarge(page)
    expect.soft(await brokenWords(page, 'h1, button'), address).toEqual([])
  }
  await page.goto('/')
  await enlarge(page)
  await page.getByRole('button', { name: 'Menu' }).click()
  const menu = await boundsOf(page, '#menu')
  expect(menu.top).toBeCloseTo((await boundsOf(page, 'header')).bottom, -1)
  expect(menu.bottom).toBeLessThanOrEqual(640)
  const settings = page.locator('#menu').getByRole('link', { name: 'Settings' })
  await settings.focus()
  await expect(settings).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Escape')

  await page.getByRole('link', { name: 'Search' }).first().click()
  const field = page.getByRole('combobox', { name: /^Search/ })
  await field.fill('volume')
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible()
  expect(await overlapsIn(page, 'dialog')).toEqual([])
  // The field is wide enough to read, and the results get most of the dialog.
  expect((await boundsOf(page, 'dialog input')).width).toBeGreaterThan(110)
  expect((await boundsOf(page, 'dialog > div')).height).toBeLessThan(140)
  for (let option = 0; option < 5; option++) {
    await field.press('ArrowDown')
    await expect(page.getByRole('dialog').locator('[aria-selected="true"]')).toBeInViewport()
  }
})

test('with text at 200 % on a phone, the letters of a drawing grow too, and the drawing scrolls inside itself', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 780 })
  await page.goto('/internals/cgroups')
  const letters = page.locator('.plate .plate-narrow text').first()
  const heightOf = () => letters.evaluate((text) => text.getBoundingClientRect().height)
  const before = await heightOf()
  await enlarge(page)
  expect(await heightOf()).toBeGreaterThan(before * 1.6)
  expect(await overflowingElements(page, 360)).toEqual([])
  const drawing = page.locator('.plate-scroller').first()
  expect(await drawing.evaluate((box) => box.scrollWidth > box.clientWidth)).toBe(true)
})

test('the name of the site stands clear of the navigation', async ({ page }) => {
  await page.goto('/')
  for (const width of [1260, 1280, 1440]) {
    await page.setViewportSize({ width, height: 720 })
    const name = await page.locator('header a').first().getByText('Docker Mastery').boundingBox()
    const first = await page.getByRole('navigation', { name: 'Main' }).getByRole('link').first().boundingBox()
    expect
      .soft((first?.x ?? 0) - (name?.x ?? 0) - (name?.width ?? 0), `space between them at ${width} px`)
      .toBeGreaterThan(20)
  }
})

async function enlarge(page: Page): Promise<void> {
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '36px'))
}

async function boundsOf(page: Page, place: string) {
  return page
    .locator(place)
    .first()
    .evaluate((element) => {
      const { top, bottom, width, height } = element.getBoundingClientRect()
      return { top, bottom, width, height }
    })
}

/** Words of ordinary length that are broken across two lines. */
async function brokenWords(page: Page, places: string): Promise<string[]> {
  return page.evaluate((places) => {
    const broken: string[] = []
    for (const element of document.querySelectorAll(places)) {
      if (!element.checkVisibility()) continue
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.parentElement?.closest('.sr-only')) continue
        for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[A-Za-z]{2,9}/g)) {
          const range = new Range()
          range.setStart(node, index)
          range.setEnd(node, index + word.length)
          const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))
          if (lines.size > 1) broken.push(word)
        }
      }
    }
    return broken
  }, places)
}

/** Links, buttons and fields inside `place` that overlap. */
async function overlapsIn(page: Page, place: string): Promise<string[]> {
  return page
    .locator(place)
    .first()
    .evaluate((header) => {
      const controls = [...header.querySelectorAll('a, button, select, input')].filter((control) =>
        control.checkVisibility(),
      )
      const boxes = controls.map((control) => ({
        name: control.textContent,
        box: control.getBoundingClientRect(),
      }))
      return boxes.flatMap(({ name, box }, index) =>
        boxes
          .slice(index + 1)
          .filter((other) => box.left < other.box.right - 1 && other.box.left < box.right - 1)
          .filter((other) => box.top < other.box.bottom - 1 && other.box.top < box.bottom - 1)
          .map((other) => `${name} and ${other.name}`),
      )
    })
}

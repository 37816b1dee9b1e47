import type { Page } from '@playwright/test'
import axe from 'axe-core'
import { expect } from './test.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Rules whose result depends on the theme. */
const colorRules = ['color-contrast', 'link-in-text-block']

/** Rules whose result depends on the width of the window. */
const targetRules = ['target-size']

/** Adds axe to a page, unless it is already there. */
const axeScript = `if (!window.axe) { ${axe.source} }`

/**
 * Checks that axe finds nothing, in the light theme at this width and in the dark theme on a phone, and that the page
 * fits 320 px. Leaves the window at that width, in the dark theme.
 */
export async function expectAccessiblePage(page: Page, what = 'the page'): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' })
  expect.soft(await accessibilityViolations(page), what).toEqual([])
  expect.soft(await overflowingElements(page, 320), `${what} at 320 px`).toEqual([])
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'dark' })
  const dark = await accessibilityViolations(page, { only: [...colorRules, ...targetRules] })
  expect.soft(dark, `${what} in dark at 320 px`).toEqual([])
}

/** The violations that axe finds, one line each: the rule and its elements. */
export async function accessibilityViolations(
  page: Page,
  { only }: { only?: string[] } = {},
): Promise<string[]> {
  // Otherwise axe would report what is scrolled under the sticky header.
  await page.evaluate(() => scrollTo(0, 0))
  await page.evaluate(axeScript)
  const violations = await page.evaluate(
    // It would download the style sheets again, for a rule that is not among these.
    async (runOnly) => (await axe.run({ runOnly, resultTypes: ['violations'], preload: false })).violations,
    only ? { type: 'rule' as const, values: only } : { type: 'tag' as const, values: tags },
  )
  return violations.map(({ id, help, nodes }) => {
    const where = nodes.slice(0, 4).map(({ target, any }) => `${target.join(' ')} ${any[0]?.message ?? ''}`)
    return `${id}: ${help} (${nodes.length}): ${where.join(' | ')}`
  })
}

/** All rules in the light theme, and in the dark theme only those about color. */
export async function violationsInBothThemes(page: Page): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' })
  const light = await accessibilityViolations(page)
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'dark' })
  const dark = await accessibilityViolations(page, { only: colorRules })
  return [...light, ...dark.map((fault) => `in dark: ${fault}`)]
}

/** Opens all depths and notes, because axe does not check hidden content. */
export async function openAll(page: Page): Promise<void> {
  const closed = page.getByRole('button', { name: /^Open the \w+ depth/ })
  while ((await closed.count()) > 0) await closed.first().click()
  await page.locator('details:not([open])').evaluateAll((notes) => {
    for (const note of notes) note.setAttribute('open', '')
  })
}

/** Off-screen parts of a lesson get their real size while the browser is idle. Until then, what follows them can move. */
export async function waitForIdleLayout(page: Page): Promise<void> {
  const shownLesson = '.lesson-body:not([data-prerendered] .lesson-body)'
  await expect(page.locator(`${shownLesson} > :not([data-layout-done])`)).toHaveCount(0)
}

/** The page’s width and its elements that are too wide, or nothing if it does not scroll sideways at this width. */
export async function overflowingElements(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 720 })
  await page.waitForFunction((wanted) => innerWidth === wanted, width)
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const wide = [...document.body.querySelectorAll('*')].filter((element) => {
      const { right, width } = element.getBoundingClientRect()
      return (
        width > 1 && right > clientWidth + 1 && !element.parentElement?.closest('.scroll-horizontally, pre')
      )
    })
    const named = wide.slice(-2).map((element) => element.outerHTML.slice(0, 150))
    return [`${scrollWidth} px wide in a window of ${clientWidth}`, ...named]
  })
}

/**
 * Elements that the header covers when they are focused (WCAG 2.4.11). Goes from the last to the first, like Shift Tab,
 * because an element that scrolls into view from above comes to rest at the header.
 */
export async function coveredWhenFocused(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex="0"]',
    )
    const covered: string[] = []
    for (const element of [...all].toReversed()) {
      element.focus()
      if (document.activeElement !== element) continue
      const { left, right, top, bottom } = element.getBoundingClientRect()
      const middle = { x: (left + right) / 2, y: (top + bottom) / 2 }
      const points = [
        [middle.x, middle.y],
        [middle.x, top + 2],
        [middle.x, bottom - 2],
        [left + 2, middle.y],
        [right - 2, middle.y],
      ] as const
      const isSeen = points.some(([x, y]) => {
        const found = document.elementFromPoint(x, y)
        return (
          found !== null &&
          (element.contains(found) || found.contains(element) || found.closest('label')?.contains(element))
        )
      })
      if (!isSeen) covered.push(element.outerHTML.slice(0, 120))
    }
    return covered
  })
}

/** Waits until the whole lesson is laid out, which happens part by part and moves what is below. */
export async function expectLaidOut(page: Page): Promise<void> {
  await expect(page.locator('.lesson-body > :not([data-layout-done], [data-prerendered] *)')).toHaveCount(0)
}

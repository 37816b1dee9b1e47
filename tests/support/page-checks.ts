import type { Page } from '@playwright/test'
import axe from 'axe-core'
import { expect } from './test.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What another theme can change: the page's structure is the same in both. */
const colourRules = ['color-contrast', 'link-in-text-block']

/** What a phone can change: the size of what is pressed, and its distance from the next. */
const targetRules = ['target-size']

/** axe itself, run once in each page that is checked. */
const axeScript = `if (!window.axe) { ${axe.source} }`

/**
 * axe finds nothing, in light at this width and in dark on a phone, and the page fits 320 px. Leaves the window at that
 * width, in dark.
 */
export async function expectAccessiblePage(page: Page, what = 'the page'): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' })
  expect.soft(await accessibilityViolations(page), what).toEqual([])
  expect.soft(await overflowingElements(page, 320), `${what} at 320 px`).toEqual([])
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'dark' })
  const dark = await accessibilityViolations(page, { only: [...colourRules, ...targetRules] })
  expect.soft(dark, `${what} in dark at 320 px`).toEqual([])
}

/** Each fault that axe finds, as one line: the rule, and the elements it is about. */
export async function accessibilityViolations(
  page: Page,
  { only }: { only?: string[] } = {},
): Promise<string[]> {
  // The sticky header covers what was scrolled under it, which is no fault of what it covers.
  await page.evaluate(() => scrollTo(0, 0))
  await page.evaluate(axeScript)
  const violations = await page.evaluate(
    async (runOnly) => (await axe.run({ runOnly, resultTypes: ['violations'] })).violations,
    only ? { type: 'rule' as const, values: only } : { type: 'tag' as const, values: tags },
  )
  return violations.map(({ id, help, nodes }) => {
    const where = nodes.slice(0, 4).map(({ target, any }) => `${target.join(' ')} ${any[0]?.message ?? ''}`)
    return `${id}: ${help} (${nodes.length}): ${where.join(' | ')}`
  })
}

/** In light everything, in dark what colours can change. */
export async function violationsInBothThemes(page: Page): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' })
  const light = await accessibilityViolations(page)
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'dark' })
  const dark = await accessibilityViolations(page, { only: colourRules })
  return [...light, ...dark.map((fault) => `in dark: ${fault}`)]
}

/** Depths and notes that are closed would hide their faults. */
export async function openAll(page: Page): Promise<void> {
  const closed = page.getByRole('button', { name: /^Open the \w+ depth/ })
  while ((await closed.count()) > 0) await closed.first().click()
  await page.locator('details:not([open])').evaluateAll((notes) => {
    for (const note of notes) note.setAttribute('open', '')
  })
}

/** Nothing when the page of this width does not scroll sideways; else its width and what is too wide. */
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

/** WCAG 2.4.11. From the last to the first, as with Shift Tab: then each comes into sight below the header. */
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

/** A lesson is laid out by degrees; until it is done, what stands below may still move. */
export async function expectLaidOut(page: Page): Promise<void> {
  await expect(page.locator('.lesson-body > :not([data-layout-done], [data-prerendered] *)')).toHaveCount(0)
}

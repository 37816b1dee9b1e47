import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { pageAddresses } from '#tests/support/course.ts'
import { expect, test } from '#tests/support/page.ts'

// Recording what every page looks like would take longer than the checks.
test.use({ trace: 'off' })

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

for (const address of pageAddresses()) {
  test(`${address} has no fault that axe knows, in light and dark, and fits a narrow page and large text`, async ({
    page,
  }) => {
    // Colours are looked at in the middle of no transition.
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' })
    await page.goto(address)
    await openAll(page)
    expect.soft(await faults(page), 'in light').toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect.soft(await faults(page), 'in dark').toEqual([])

    await page.setViewportSize({ width: 320, height: 640 })
    expect.soft(await whatSticksOut(page), 'at 320 px').toEqual([])
    // Text only, as Firefox and Android enlarge it: the base of 18 px becomes 36 px, pixels stay pixels.
    await page.setViewportSize({ width: 1280, height: 720 })
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '36px'
    })
    expect.soft(await whatSticksOut(page), 'with text at 200 %').toEqual([])
  })
}

/** Depths and notes that are closed would hide their faults. */
async function openAll(page: Page): Promise<void> {
  const closed = page.getByRole('button', { name: /^Open the depth/ })
  while ((await closed.count()) > 0) await closed.first().click()
  await page.locator('details:not([open])').evaluateAll((notes) => {
    for (const note of notes) note.setAttribute('open', '')
  })
}

/** Each fault as one line: the rule, and the elements it is about. */
async function faults(page: Page): Promise<string[]> {
  // No page has frames, so axe can run in one go.
  const { violations } = await new AxeBuilder({ page }).withTags(tags).setLegacyMode().analyze()
  return violations.map(({ id, help, nodes }) => {
    const where = nodes.slice(0, 4).map(({ target, any }) => `${target.join(' ')} ${any[0]?.message ?? ''}`)
    return `${id}: ${help} (${nodes.length}): ${where.join(' | ')}`
  })
}

/** Nothing when the page does not scroll sideways; else the elements that are too wide. */
async function whatSticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const wide = [...document.body.querySelectorAll('*')].filter((element) => {
      const { right, width } = element.getBoundingClientRect()
      return width > 0 && right > clientWidth + 1 && !element.parentElement?.closest('.scroll-x, pre')
    })
    return [`${scrollWidth} > ${clientWidth}`, ...wide.slice(-3).map((element) => element.outerHTML.slice(0, 150))]
  })
}

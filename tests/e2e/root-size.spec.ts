import type { Page } from '@playwright/test'
import { overflowingElements } from '#tests/support/page-checks.ts'
import { expect, test } from '#tests/support/test.ts'

/** Twice the 18 px of this site by a style sheet: breakpoints of the window do not follow that, the page must. */
test('with text at 200 % by a style sheet the header wraps, and nothing is cut off or covered', async ({
  page,
}) => {
  for (const address of [
    '/',
    '/summary',
    '/internals/cgroups',
    '/quiz/internals',
    '/settings',
    '/instructor',
  ]) {
    await page.goto(address)
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '36px'))
    for (const width of [1280, 960, 640, 320]) {
      expect.soft(await overflowingElements(page, width), `${address} at ${width} px`).toEqual([])
      expect.soft(await overlapsIn(page, 'header'), `the header of ${address} at ${width} px`).toEqual([])
    }
  }
})

/** Links, buttons and fields of the place that lie over one another. */
async function overlapsIn(page: Page, place: string): Promise<string[]> {
  return page
    .locator(place)
    .first()
    .evaluate((header) => {
      const controls = [...header.querySelectorAll('a, button, select')].filter((control) =>
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

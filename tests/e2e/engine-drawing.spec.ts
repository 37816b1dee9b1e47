import type { Page } from '@playwright/test'
import { expect, test } from '#tests/support/test.ts'

/** HTML of a container in the drawing. The test puts it into a lab page for its styles; no engine runs. */
const container = (name: string, lines: number) =>
  `<li class="engine-container">
    <span class="engine-title"><b class="engine-name">${name}</b> <span>running</span></span>
    ${'<span>web:1.0</span>'.repeat(lines)}
  </li>`

const drawing = `<section class="engine"><div class="engine-drawing"><ul class="engine-lanes"><li class="engine-lane">
  <p class="engine-wire"><b>shop_data</b></p>
  <ul class="engine-lane-containers">
    ${['api', 'a-name-that-is-long', 'db', 'web', 'the-longest-of-all-names', 'cache', 'log'].map((name, index) => container(name, 1 + (index % 3))).join('')}
  </ul>
</li></ul></div></section>`

test('each container hangs from its network, and its line passes no other container', async ({ page }) => {
  await page.goto('/labs/by-hand')
  await page.locator('main').evaluate((main, html) => {
    main.innerHTML = html
  }, drawing)
  for (const width of [360, 800, 1440]) {
    await page.setViewportSize({ width, height: 800 })
    const { rows, columns, crossings, loose } = await readLines(page)
    expect(rows, `rows at ${width} px`).toBeGreaterThan(1)
    expect.soft(columns > 1, `several columns at ${width} px`).toBe(width > 360)
    expect.soft(crossings, `at ${width} px`).toEqual([])
    expect.soft(loose, `not connected to the network at ${width} px`).toEqual([])
  }
})

async function readLines(page: Page) {
  return page.locator('.engine-lane-containers').evaluate((places) => {
    const top = places.getBoundingClientRect().top
    const boxes = [...places.children].map((box) => {
      const { left, right, top, bottom } = box.getBoundingClientRect()
      const line = getComputedStyle(box, '::before')
      const x = left + box.clientLeft + Number.parseFloat(line.left)
      const end = bottom - box.clientTop - Number.parseFloat(line.bottom)
      const start = end - Number.parseFloat(line.height)
      return { name: box.textContent, left, right, top, bottom, x, start, end }
    })
    return {
      rows: new Set(boxes.map((box) => box.top)).size,
      columns: new Set(boxes.map((box) => box.left)).size,
      crossings: boxes.flatMap(({ name, x, end }) =>
        boxes
          .filter((other) => other.left - 2 < x && x < other.right && other.top < end)
          .map((other) => `the line of ${name} and ${other.name}`),
      ),
      loose: boxes.filter(({ start }) => start > top).map(({ name }) => name),
    }
  })
}

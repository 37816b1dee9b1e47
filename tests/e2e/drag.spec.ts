import type { CDPSession, Locator, Page } from '@playwright/test'
import { encodeQuizLink } from '#domain/quiz-link/link-code.ts'
import { itemsOf, plain } from '#tests/support/content.ts'
import { expectAccessiblePage } from '#tests/support/page-checks.ts'
import { expect, test } from '#tests/support/test.ts'

const found = itemsOf('compose').find(({ id }) => id === 'compose.healthchecks.q-sequence')
if (found?.kind !== 'order') throw new Error('the item to order is gone')
const item = found
const [stray = ''] = (item.distractors ?? []).map(({ id }) => id)
const textOf = (line: string) =>
  plain([...item.lines, ...(item.distractors ?? [])].find(({ id }) => id === line)?.text ?? '')

/** Opens a quiz link that has only this item. */
async function openOrder(page: Page): Promise<void> {
  const link = encodeQuizLink({
    title: 'Order',
    selection: { kind: 'items', items: [item.id] },
    seed: 'k3f9',
    shuffle: false,
    feedback: 'each',
    passMark: 0,
    asks: 'nothing',
    asksConfidence: true,
  })
  await page.goto(`/a#${link}`)
  await page.getByRole('button', { name: 'Start the quiz' }).click()
  await expect(order(page)).toHaveCount(item.lines.length + (item.distractors ?? []).length)
}

const order = (page: Page) => page.getByRole('list', { name: 'Your order' }).getByRole('listitem')
const aside = (page: Page) => page.getByRole('list', { name: 'Set aside' }).getByRole('listitem')
const lineOf = (page: Page, line: string) => page.locator(`[data-part="${line}"]`)

/** The ids of the lines in their displayed order. */
const linesOf = (list: Locator) =>
  list.evaluateAll((lines) => lines.map((line) => line.getAttribute('data-part') ?? ''))

/** The middle of a line, measured once all lines have stopped moving. */
async function middleOf(line: Locator): Promise<{ x: number; y: number }> {
  await line.page().waitForFunction(() => {
    const lines = [...document.querySelectorAll('[data-part]')]
    return lines.every((each) => each.getAnimations().length === 0)
  })
  const box = await line.boundingBox()
  if (!box) throw new Error('the line is not on the page')
  return { x: box.x + 16, y: box.y + box.height / 2 }
}

test('a mouse drags a line, marks one unused and takes it back; Escape cancels a drag', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 1100 })
  await openOrder(page)
  const start = await linesOf(order(page))
  const [first = '', second = '', third = '', ...rest] = start

  const from = await middleOf(lineOf(page, first))
  const to = await middleOf(lineOf(page, third))
  await page.mouse.move(from.x + 200, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x + 200, to.y + 8, { steps: 8 })
  await expect.poll(() => linesOf(order(page))).toEqual([second, third, first, ...rest])
  await page.keyboard.press('Escape')
  await expect.poll(() => linesOf(order(page))).toEqual(start)
  await page.mouse.up()
  await expect.poll(() => linesOf(order(page))).toEqual(start)

  const again = await middleOf(lineOf(page, first))
  await page.mouse.move(again.x + 200, again.y)
  await page.mouse.down()
  await page.mouse.move(to.x + 200, to.y + 8)
  await page.mouse.up()
  await expect.poll(() => linesOf(order(page))).toEqual([second, third, first, ...rest])
  await expect(page.getByText(`${textOf(first)}: line 3 of ${start.length}`)).toHaveCount(1)

  await lineOf(page, stray).scrollIntoViewIfNeeded()
  const strayAt = await middleOf(lineOf(page, stray))
  const asideAt = await page.getByText('Set aside: nothing yet').boundingBox()
  await page.mouse.move(strayAt.x, strayAt.y)
  await page.mouse.down()
  await page.mouse.move(strayAt.x, (asideAt?.y ?? 0) + 60, { steps: 8 })
  await expect.poll(() => linesOf(aside(page))).toEqual([stray])
  await page.mouse.up()
  await expect(order(page)).toHaveCount(start.length - 1)

  const back = await middleOf(lineOf(page, stray))
  const top = await middleOf(order(page).first())
  await page.mouse.move(back.x, back.y)
  await page.mouse.down()
  await page.mouse.move(top.x, top.y - 12, { steps: 8 })
  await page.mouse.up()
  await expect(aside(page)).toHaveCount(0)
  expect((await linesOf(order(page)))[0]).toBe(stray)
  await expectAccessiblePage(page, 'an item to order')
})

test('after a drag the buttons still work: a line moves by one and keeps the focus', async ({ page }) => {
  await openOrder(page)
  const [first = '', second = ''] = await linesOf(order(page))
  await page.getByRole('button', { name: `Move down: ${textOf(first)}`, exact: true }).click()
  expect((await linesOf(order(page))).slice(0, 2)).toEqual([second, first])
  await expect(page.getByRole('button', { name: `Move down: ${textOf(first)}`, exact: true })).toBeFocused()
})

test.describe('with touch', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 640 } })

  /** A finger that can drag, sent over CDP because Playwright’s touchscreen can only tap. */
  function finger(cdp: CDPSession) {
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
      cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points })
    return {
      down: (x: number, y: number) => send('touchStart', [{ x, y }]),
      async move(x: number, fromY: number, toY: number) {
        for (let step = 1; step <= 10; step++) {
          await send('touchMove', [{ x, y: fromY + ((toY - fromY) * step) / 10 }])
        }
      },
      up: () => send('touchEnd', []),
    }
  }

  /** Waits two frames, so that the `scrollend` of this scroll has fired as well. */
  const scrollToCenter = (line: Locator) =>
    line.evaluate(async (element) => {
      element.scrollIntoView({ block: 'center' })
      for (const _ of [1, 2]) await new Promise(requestAnimationFrame)
    })

  test('touch drags a line by its handle, scrolls elsewhere, and scrolls the page at its edges', async ({
    page,
    context,
  }) => {
    await openOrder(page)
    const { down, move, up } = finger(await context.newCDPSession(page))
    const start = await linesOf(order(page))
    const [first = '', second = '', ...rest] = start
    await scrollToCenter(lineOf(page, first))
    const from = await middleOf(lineOf(page, first))
    const to = await middleOf(lineOf(page, second))

    const scrolled = () => page.evaluate(() => scrollY)
    const before = await scrolled()
    // After a swipe, the page keeps scrolling for a while.
    const scroll = await page.evaluateHandle(() => ({
      end: new Promise((resolve) => addEventListener('scrollend', () => resolve(null), { once: true })),
    }))
    await down(from.x + 120, from.y)
    await move(from.x + 120, from.y, from.y - 100)
    await up()
    await scroll.evaluate(({ end }) => end)
    expect(await scrolled()).toBeGreaterThan(before + 50)
    expect(await linesOf(order(page))).toEqual(start)

    await scrollToCenter(lineOf(page, first))
    const grip = await middleOf(lineOf(page, first).locator('[data-drag-handle]'))
    const standing = await scrolled()
    await down(grip.x, grip.y)
    await move(grip.x, grip.y, grip.y + (to.y - from.y) + 10)
    await up()
    await expect.poll(() => linesOf(order(page))).toEqual([second, first, ...rest])
    expect(await scrolled()).toBe(standing)

    const again = await middleOf(lineOf(page, first).locator('[data-drag-handle]'))
    await down(again.x, again.y)
    await move(again.x, again.y, 635)
    await expect(aside(page)).toHaveCount(1)
    expect(await scrolled()).toBeGreaterThan(standing)
    await up()
    expect(await linesOf(aside(page))).toEqual([first])
  })
})

import type { Page } from '@playwright/test'
import { expect, test } from '#tests/support/test.ts'

const lesson = '/internals/cgroups'
const closedPart = '[hidden="until-found"]'
const deeper = (page: Page) => page.getByRole('region', { name: 'Go deeper' })

test('find-in-page opens the depth with the match', async ({ page }) => {
  await page.goto(lesson)
  const body = deeper(page).locator('.depth-body')
  const texts = body.locator('> .stack-spacing')
  await expect(texts).toHaveCount(2) // before and after the figure
  for (const text of await texts.all()) {
    await expect(text).toHaveAttribute('hidden', 'until-found')
    await expect(text).toBeHidden()
  }
  expect((await body.boundingBox())?.height).toBe(0)

  // Find-in-page fires this event on the hidden match before it scrolls to it.
  const wasOpen = await texts.last().evaluate((element) => {
    element.dispatchEvent(new Event('beforematch', { bubbles: true }))
    return element.getBoundingClientRect().height > 0
  })
  expect(wasOpen, 'open before the browser scrolls to it').toBe(true)
  await expect(deeper(page).getByRole('button', { name: 'Close the practitioner depth' })).toHaveAttribute(
    'aria-expanded',
    'true',
  )
  await expect(body.locator(closedPart)).toHaveCount(0)

  await deeper(page).getByRole('button', { name: 'Close the practitioner depth' }).click()
  await expect(texts.last()).toHaveAttribute('hidden', 'until-found')
  await page.getByRole('combobox', { name: 'Read as' }).selectOption('practitioner')
  await expect(texts.last()).toBeVisible()
})

test('a text-fragment link into a closed depth opens that depth', async ({ page }) => {
  await page.goto(lesson)
  const found = page.getByText('Protected from reclaim')
  await expect(deeper(page).locator(closedPart)).not.toHaveCount(0)
  // Browsers honor text fragments only after a user gesture, such as a click.
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = '#:~:text=Protected%20from%20reclaim'
    link.textContent = 'Look there'
    document.querySelector('main')?.prepend(link)
  })
  await page.getByText('Look there').click()
  await expect(found).toBeVisible()
})

test('find-in-page does not find hidden answers', async ({ page }) => {
  await page.goto(lesson)
  const key = page.locator('details', { hasText: 'Answer and explanation' }).first()
  await expect(key).toBeHidden()
  expect(await key.evaluate((element) => getComputedStyle(element).display)).toBe('none')
})

test('code is copied without a final line break, by button and by hand', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(lesson)
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
  const blocks = page.locator('.depth-body:visible .code-block:not(.terminal-recording)')
  const block = blocks.first()
  const text = ((await block.locator('pre').textContent()) ?? '').trim()
  await block.getByRole('button', { name: /^Copy/ }).click()
  await expect(block.getByText('Copied')).toBeVisible()
  expect(await clipboard()).toBe(text)

  const lastLine = text.split('\n').at(-1)
  await block.locator('pre').evaluate((pre) => {
    // A triple click on the last line extends the selection into the next block.
    const next = pre.closest('figure')?.nextElementSibling ?? document.body
    getSelection()?.setBaseAndExtent(pre, 0, next, 0)
  })
  await page.keyboard.press('Control+c')
  await expect.poll(clipboard).toBe(text)
  expect(lastLine).not.toBe('')

  const session = page.locator('.depth-body:visible .terminal-recording').first()
  const commands = await session.locator('kbd').allTextContents()
  await session.locator('kbd').first().click({ clickCount: 3 })
  await page.keyboard.press('Control+c')
  await expect.poll(clipboard).toBe(commands[0]?.trim())
})

for (const address of ['/start/first-container', '/labs/first-container']) {
  test(`no code of ${address} is copied with a final line break, even if the selection starts before it`, async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto(address)
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true
    })
    const blocks = page.locator('main pre:visible')
    expect(await blocks.count()).toBeGreaterThan(2)
    for (const block of await blocks.all()) {
      const selected = await block.evaluate((pre) => {
        const range = document.createRange()
        range.selectNode(pre)
        getSelection()?.removeAllRanges()
        getSelection()?.addRange(range)
        return String(getSelection()).trim()
      })
      await page.keyboard.press('Control+c')
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(selected)
    }
  })
}

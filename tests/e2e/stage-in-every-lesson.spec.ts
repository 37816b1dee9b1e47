import { globSync, readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from '#tests/support/test.ts'

/** For each lesson, each depth and the figure: whichever depth is open, the figure is beside the text that speaks of it. */

const lessons = globSync('content/*/*/lesson.mdx')
  .sort()
  .map((file) => {
    const address = file.replace(/^content\/\d+-(.*?)\/\d+-(.*?)\/.*$/, '/$1/$2')
    return { address, text: readFileSync(file, 'utf8') }
  })

/** Not that of the next lesson, which may be rendered behind this one. */
const figure = (page: Page) => page.locator('figure[data-figure]:not([data-prerendered] *)')

/** The text of a depth as it is at first: with its notes and answers closed. */
function openTextOf(text: string, role: string): string {
  const depth = new RegExp(`<For role="${role}">(.*?)</For>`, 's').exec(text)?.[1] ?? ''
  return depth.replaceAll(/<(Note|Predict) .*?<\/\1>/gs, '')
}

function isBesideText(page: Page): Promise<boolean> {
  return figure(page).evaluate((element) => {
    const text = element.closest('.lesson-body')
    return (
      element.checkVisibility() &&
      element.getBoundingClientRect().left > (text?.getBoundingClientRect().right ?? 0)
    )
  })
}

test.use({ viewport: { width: 1280, height: 900 } })

for (const role of ['beginner', 'practitioner']) {
  test(`a ${role} has the figure of every lesson beside the text, unless that never speaks of it`, async ({
    page,
  }) => {
    test.slow()
    for (const { address, text } of lessons) {
      const isExpected = /<Figure(State)? /.test(openTextOf(text, role))
      await page.goto(`${address}?role=${role}`)
      // The element is replaced once when its code has loaded.
      await expect.poll(() => isBesideText(page), address).toBe(isExpected)
    }
  })
}

test('only two texts never speak of their figure, and one of them does in an answer', () => {
  const silent = lessons.flatMap(({ address, text }) =>
    ['beginner', 'practitioner']
      .filter((role) => !/<Figure(State)? /.test(openTextOf(text, role)))
      .map((role) => `${address} ${role}`),
  )
  expect(silent).toEqual(['/evolution/containers practitioner', '/networking/overlay beginner'])
})

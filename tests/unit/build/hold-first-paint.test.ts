import { expect, test } from 'vitest'
import { holdFirstPaint } from '#scripts/build/hold-first-paint.ts'

const firstScreen = `<h2 id="early">Early</h2><p>${'x'.repeat(8000)}</p>`
const page = (text: string) => `<html><head><title>A</title></head><body><main>${text}</main></body></html>`

test('the first paint waits for the first heading after the first screen', () => {
  const held = holdFirstPaint(
    page(`${firstScreen}<h3 class="a" id="later">Later</h3><h2 id="last">Last</h2>`),
  )
  expect(held).toContain(
    '<head><link rel="expect" href="#later" blocking="render" media="(min-width: 64rem)"/><title>',
  )
})

test.each([
  ['a short page', page('<h2 id="early">Early</h2>')],
  ['a page without later headings', page(firstScreen)],
  ['a page without main', `<head></head><body>${firstScreen}<h2 id="later">Later</h2></body>`],
])('%s is painted as it arrives', (_, html) => {
  expect(holdFirstPaint(html)).toBe(html)
})

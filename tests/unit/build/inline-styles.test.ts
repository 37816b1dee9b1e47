import { expect, test } from 'vitest'
import { inlineStyles, linkStyles, movePreloadsToEnd, readStyles } from '#scripts/build/inline-styles.ts'
import { builtSite } from './built-site.ts'

test('the style sheet of all pages is found among those of chunks', () => {
  const folder = builtSite({
    'assets/app-1a2b.css': 'a{}',
    'assets/lab-1a2b.css': 'b{}',
    'assets/app-1.js': '',
  })
  expect(readStyles(folder)).toEqual({ name: 'app-1a2b.css', text: 'a{}' })
})

test('no style sheet, or two of them, is an error that names the folder or both', () => {
  expect(() => readStyles(builtSite({ 'assets/other.css': '' }))).toThrow(/app-….css in .*assets/)
  const two = builtSite({ 'assets/app-1.css': '', 'assets/app-2.css': '' })
  expect(() => readStyles(two)).toThrow(/app-1.css and .*app-2.css/)
})

test('styles are inlined unchanged at the end of the head, including dollar signs', () => {
  const styles = ".price::before{content:'$& $1 $$'}"
  expect(inlineStyles('<head><title>A</title></head><body></body>', styles)).toBe(
    `<head><title>A</title><style>${styles}</style></head><body></body>`,
  )
})

test('a page stored for offline use links to the styles instead', () => {
  expect(linkStyles('<head><title>A</title></head><body></body>', '/docker/assets/app-1.css')).toBe(
    '<head><title>A</title><link rel="stylesheet" href="/docker/assets/app-1.css"/></head><body></body>',
  )
})

const hint = (name: string) => `<link rel="modulepreload" href="/assets/${name}.js"/>`
const lowHint = (name: string) => `<link fetchpriority="low" rel="modulepreload" href="/assets/${name}.js"/>`

test('preload hints for scripts move after the text and before the first script, at low priority', () => {
  const html = `<head><script>early()</script>${hint('a')}<title>T</title>${hint('b')}</head><body><p>Text</p><script>go()</script></body>`
  expect(movePreloadsToEnd(html)).toBe(
    `<head><script>early()</script><title>T</title></head><body><p>Text</p>${lowHint('a')}${lowHint('b')}<script>go()</script></body>`,
  )
})

test.each([
  ['without hints', '<head></head><body><script>go()</script></body>'],
  ['without scripts', `<head>${hint('a')}</head><body><p>Text</p></body>`],
])('a page %s stays unchanged', (_, html) => {
  expect(movePreloadsToEnd(html)).toBe(html)
})

import { expect, test } from 'vitest'
import { brotli } from '#scripts/build/compress.ts'
import { firstView } from '#scripts/build/first-view.ts'
import { builtSite } from './built-site.ts'

const size = (text: string) => brotli(Buffer.from(text)).length

const scripts = {
  'assets/entry-1.js': 'import"./shared-1.js";import("./later-1.js")',
  'assets/shared-1.js': 'export const shared = "of the entry and of the lesson"',
  'assets/later-1.js': 'export const later = "loaded when it is asked for"',
  'assets/lesson-images-layers-1.js': 'import"./shared-1.js"',
  'assets/lesson-images-pruning-1.js': 'export const pruning = "the next lesson"',
  'assets/quiz-images-layers-1.js': 'export default []',
}

/** A built lesson page: preload hints, and the chunk names of this lesson and the next. */
const lesson = [
  '<html><head><style>p{}</style><link rel="modulepreload" href="/assets/entry-1.js"/></head>',
  '<body><script>load("/assets/lesson-images-layers-1.js","/assets/quiz-images-layers-1.js")</script>',
  '<script>next("/assets/lesson-images-pruning-1.js");fonts("/assets/serif-1.woff2")</script></body></html>',
].join('')

test('the first view counts each script once, with its static imports, and no other lesson', () => {
  const folder = builtSite({
    ...scripts,
    'images/layers/index.html': lesson,
    'assets/serif-1.woff2': '12345',
  })
  const counted = [
    'assets/entry-1.js',
    'assets/shared-1.js',
    'assets/lesson-images-layers-1.js',
    'assets/quiz-images-layers-1.js',
  ] as const
  expect(firstView(folder, 'images/layers')).toEqual({
    html: size(lesson),
    script: counted.reduce((sum, name) => sum + size(scripts[name]), 0),
    style: size('p{}'),
    font: 5,
  })
})

test('a referenced script that was not built is an error', () => {
  const html = '<link rel="modulepreload" href="/assets/gone-1.js"/>'
  expect(() => firstView(builtSite({ 'index.html': html }), '')).toThrow('gone-1.js')
})

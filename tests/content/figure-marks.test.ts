import { globSync, readFileSync } from 'node:fs'
import { compile, run } from '@mdx-js/mdx'
import { createElement, type ReactNode } from 'react'
import * as runtime from 'react/jsx-runtime'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { mdxOptions } from '#scripts/content/mdx-processor.ts'

type MarkProps = { state: string; label?: string; number?: string; children?: ReactNode }

function FigureState({ state, label, number, children }: MarkProps) {
  return createElement('figure', { id: `${number} ${state}`, title: label }, children)
}

const components = {
  FigureState,
  Figure: () => createElement('hr'),
  For: ({ children }: { children?: ReactNode }) => children,
}

/** The HTML of a lesson’s text, compiled as in the build. */
async function htmlOf(text: string): Promise<string> {
  const code = await compile(text, { ...mdxOptions, outputFormat: 'function-body' })
  const { default: Text } = await run(code, { ...runtime, baseUrl: import.meta.url })
  return renderToStaticMarkup(createElement(Text, { components })).replaceAll(' translate="no"', '').trim()
}

const figure = '<Figure id="ghost-weight" />'
const mark = '<FigureState id="ghost-weight" state="chain" />'

test('a mark gets its number, the name of its state and the description with its code', async () => {
  expect(await htmlOf(`${figure}\n\n${mark}`)).toBe(
    '<hr/>\n<figure id="1 chain" title="Plate 3.1: `dd &amp;&amp; rm`"><p>One <code>RUN</code> makes and removes ' +
      '<code>/big</code> before its layer is recorded. Nothing is hidden, and the image carries 8\u00a0MiB.</p></figure>',
  )
})

test('a depth with the figure is the text before it, the figure, and the text after it; others are one part', async () => {
  const html = await htmlOf(
    `<For role="beginner">\n\nBefore.\n\n${figure}\n\nAfter.\n\n</For>\n\n<For role="practitioner">\n\nDeeper.\n\n</For>`,
  )
  expect(html.replaceAll(/\n/g, '')).toBe(
    '<div class="stack-spacing"><p>Before.</p></div><div class="figure-place"><hr/></div>' +
      '<div class="stack-spacing"><p>After.</p></div><div class="stack-spacing"><p>Deeper.</p></div>',
  )
})

test('no part is empty where the figure begins or ends its depth', async () => {
  const html = await htmlOf(`<For role="beginner">\n\n${figure}\n\n</For>`)
  expect(html).toBe('<div class="figure-place"><hr/></div>')
})

const lessons = globSync('content/*/*/lesson.mdx').map((file) => ({ file, text: readFileSync(file, 'utf8') }))
const withFigure = lessons.filter(({ text }) => text.includes('<Figure '))

test.each(withFigure)('$file speaks of more states of its figure than the one it opens in', ({ text }) => {
  const states = [...text.matchAll(/<Figure(?:State)? id="[^"]*"(?: state="([^"]*)")?/g)].map(
    ([, state]) => state,
  )
  expect(new Set(states).size).toBeGreaterThan(1)
})

test.each(withFigure)('$file shows beginners its figure, or a state of it', ({ text }) => {
  const [, forBeginners] = /<For role="beginner">(.*?)<\/For>/s.exec(text) ?? []
  expect(forBeginners).toMatch(/<Figure(State)? /)
})

test('at least two lessons have predictions', () => {
  const asking = lessons.filter(({ text }) => text.includes('<Predict '))
  expect(asking.length).toBeGreaterThanOrEqual(2)
})

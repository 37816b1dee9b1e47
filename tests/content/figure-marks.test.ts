import { globSync, readFileSync } from 'node:fs'
import { compile, run } from '@mdx-js/mdx'
import { createElement, type ReactNode } from 'react'
import * as runtime from 'react/jsx-runtime'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { mdxOptions } from '#scripts/content/mdx-processor.ts'

type MarkProps = { state: string; label?: string; number?: string; inPlace?: string; children?: ReactNode }

function FigureState({ state, label, number, inPlace, children }: MarkProps) {
  return createElement('figure', { id: `${number} ${state}`, title: label, hidden: inPlace === '' }, children)
}

const components = {
  FigureState,
  Figure: () => null,
  For: ({ children }: { children?: ReactNode }) => children,
}

/** The marks of a lesson, as the build compiles them. */
async function marksOf(text: string): Promise<string> {
  const code = await compile(text, { ...mdxOptions, outputFormat: 'function-body' })
  const { default: Text } = await run(code, { ...runtime, baseUrl: import.meta.url })
  return renderToStaticMarkup(createElement(Text, { components })).replaceAll(' translate="no"', '').trim()
}

const figure = '<Figure id="ghost-weight" />'
const mark = '<FigureState id="ghost-weight" state="chain" />'

test('a mark gets its number, the name of its state and the description with its code', async () => {
  expect(await marksOf(`${figure}\n\n${mark}`)).toBe(
    '<figure id="1 chain" title="Plate 3.1: `dd &amp;&amp; rm`"><p>One <code>RUN</code> makes and removes ' +
      '<code>/big</code> before its layer is recorded. Nothing is hidden, and the image carries 8 MiB.</p></figure>',
  )
})

test('a mark in a different depth than its figure shows its state in place, before or after the figure', async () => {
  const html = await marksOf(
    `<For role="beginner">\n\n${mark}\n\n</For>\n\n<For role="practitioner">\n\n${figure}\n\n${mark}\n\n</For>\n\n${mark}`,
  )
  const marks = [...html.matchAll(/<figure id="(\d) chain" title="[^"]*"( hidden="")?>/g)]
  expect(marks.map(([, number, hidden]) => [number, hidden !== undefined])).toEqual([
    ['1', true],
    ['2', false],
    ['3', true],
  ])
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

// @vitest-environment jsdom
import { globSync, readFileSync } from 'node:fs'
import { render, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { Suspense } from 'react'
import { prerender } from 'react-dom/static'
import { expect, test } from 'vitest'
import { type FigureId, figures, isFigureId } from '#domain/figures/figure-ids.ts'
import { figureStatesById } from '#domain/figures/figure-states.ts'
import { figureComponent } from '#features/figures/figure-component.ts'
import { loadDrawing } from '#features/figures/registry.ts'
import { showFigure } from '../../support/show-figure.tsx'

const ids = Object.keys(figures).filter(isFigureId)

/** The text without the backticks that mark code. */
function plain(text: string | undefined) {
  return text?.replaceAll('`', '')
}

test('a draft with an unknown figure shows nothing in its place', async () => {
  const Unknown = await loadDrawing('no-such-figure')
  const { container } = render(<Unknown />)
  expect(container).toBeEmptyDOMElement()
})

test('every figure is used by one lesson, whose area and topic number its plate', () => {
  const uses = globSync('content/*/*/lesson.mdx').flatMap((file) => {
    const found = readFileSync(file, 'utf8').matchAll(/<Figure id="([^"]*)"/g)
    const plate = (file.match(/\d+(?=-)/g) ?? []).map(Number).join('.')
    return [...found].map(([, id]) => ({ id, plate }))
  })
  const expected = ids.map((id) => ({ id, plate: figures[id].plate }))
  const sorted = (list: { id: string | undefined }[]) =>
    list.toSorted((a, b) => String(a.id).localeCompare(String(b.id)))
  expect(sorted(uses)).toEqual(sorted(expected))
})

test.each(ids)('%s: number, title and first description are prerendered', async (id) => {
  const { figure, description } = await showFigure(id)
  expect(within(figure).getByText(`Plate ${figures[id].plate}`)).toBeInTheDocument()
  expect(within(figure).getByText(figures[id].title)).toBeInTheDocument()
  expect(description()).toBe(plain(figureStatesById[id][0]?.description))
  expect(figure).not.toHaveAttribute('data-changed')
})

test.each<FigureId>([
  'three-ways-to-run',
  'shared-host',
  'ghost-weight',
  'build-stages',
  'build-context',
  'name-of-an-image',
  'what-the-audit-sees',
  'start-order',
  'merged-files',
  'log-rotation',
  'what-survives',
])('%s: arrow keys step through every state and announce each', async (id) => {
  const { description } = await showFigure(id)
  await userEvent.tab()
  for (const state of figureStatesById[id].slice(1)) {
    await userEvent.keyboard('{ArrowRight}')
    expect(description()).toBe(plain(state.description))
  }
  await userEvent.keyboard('{ArrowLeft}')
  expect(description()).toBe(plain(figureStatesById[id].at(-2)?.description))
})

test.each(ids)('%s: pointer and keyboard have the same effect', async (id) => {
  const { figure, description } = await showFigure(id)
  const before = description()
  const [, second] = within(figure).getAllByRole('radio')
  await userEvent.click(second ?? figure)
  expect(description()).not.toBe(before)
  expect(figure).toHaveAttribute('data-changed')
})

test.each(ids)('%s: the drawing is hidden from assistive technology and described in text', async (id) => {
  const { figure } = await showFigure(id)
  const drawings = figure.querySelectorAll('.plate-drawing')
  expect(drawings).toHaveLength(2)
  for (const drawing of drawings) expect(drawing).toHaveAttribute('aria-hidden', 'true')
  expect(figure.querySelector('[aria-live]')).toHaveAttribute('aria-live', 'polite')
})

test.each(ids)('%s: the prerendered HTML describes every state and has no inline styles', async (id) => {
  const Drawn = figureComponent(id)
  const { prelude } = await prerender(
    <Suspense>
      <Drawn />
    </Suspense>,
  )
  const html = await new Response(prelude).text()
  const page = document.createElement('div')
  page.innerHTML = html
  for (const { description } of figureStatesById[id]) expect(page).toHaveTextContent(plain(description) ?? '')
  expect(page).not.toHaveTextContent('`')
  expect(html).not.toContain(' style=')
})

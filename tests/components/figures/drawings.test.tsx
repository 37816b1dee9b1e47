// @vitest-environment jsdom
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { figures, isFigureId } from '#domain/figures/figure-ids.ts'
import { figureStatesById } from '#domain/figures/figure-states.ts'
import { loadDrawing } from '#features/figures/registry.ts'

const ids = Object.keys(figures).filter(isFigureId)

/** Fills are tints, which may be too faint to see in forced colors. */
test.each(ids)('%s: every shape of every state has an outline, at least in forced colors', async (id) => {
  const Drawing = await loadDrawing(id)
  for (const state of figureStatesById[id]) {
    const page = document.createElement('div')
    page.innerHTML = renderToStaticMarkup(<Drawing state={state.id} isStill />)
    const shapes = [...page.querySelectorAll('rect, path, line, circle, polygon, ellipse, polyline')]
    expect(shapes).not.toEqual([])
    for (const shape of shapes)
      expect.soft(shape.getAttribute('class'), state.id).toMatch(/(^| )(forced-colors:)?stroke-[a-z]/)
  }
})

import { render, screen } from '@testing-library/react'
import { Suspense } from 'react'
import type { FigureId } from '#domain/figures/figure-ids.ts'
import { figureComponent } from '#features/figures/figure-component.ts'

/** Renders a figure; `description` returns the text equivalent of its current state. */
export async function showFigure(id: FigureId) {
  const Figure = figureComponent(id)
  render(
    <Suspense>
      <Figure />
    </Suspense>,
  )
  const figure = await screen.findByRole('figure')
  return { figure, description: () => figure.querySelector('[aria-live]')?.textContent }
}

import { figures, isFigureId } from '#domain/figures/figure-ids.ts'
import type { Problem } from './problem.ts'
import type { ContentPage } from './read-content-page.ts'

/** Refuses a figure that nobody has drawn. */
export function figureProblems({ file, body }: ContentPage): Problem[] {
  const unknown = body.figures.filter(({ id }) => !isFigureId(id))
  const expected = `a figure: ${Object.keys(figures).join(', ')}`
  return unknown.map(({ id, line }) => ({ file, line, expected, found: id }))
}

import { figures, isFigureId } from '#domain/figures/figure-ids.ts'
import { statesOfFigures } from '#domain/figures/figure-states.ts'
import type { FigureUse } from './lesson-body.ts'
import type { Problem } from './problem.ts'
import type { ContentPage } from './read-content-page.ts'

/** Rejects an unknown figure, a state that the figure does not have, and a mark without its figure. */
export function figureProblems({ file, body }: Pick<ContentPage, 'file' | 'body'>): Problem[] {
  const figure = body.figures.find(({ kind }) => kind === 'figure')
  return body.figures.flatMap((use) => {
    const problem = problemOf(use, figure)
    return problem ? [{ file, line: use.line, ...problem }] : []
  })
}

function problemOf(
  use: FigureUse,
  figure: FigureUse | undefined,
): Pick<Problem, 'expected' | 'found'> | undefined {
  const { kind, id, state } = use
  if (!isFigureId(id)) return { expected: `a figure: ${Object.keys(figures).join(', ')}`, found: id }
  if (kind === 'figure' && use !== figure) {
    const expected = 'one figure in a lesson, since the stage holds one; <FigureState> shows it again'
    return { expected, found: `another one, ${id}` }
  }
  if (kind === 'mark' && id !== figure?.id) {
    return { expected: `<Figure id="${id}" /> in the lesson of its states`, found: figure?.id ?? 'no figure' }
  }
  const ids = statesOfFigures[id].map((each) => each.id)
  if (state === undefined || ids.includes(state)) return undefined
  return { expected: `a state of ${id}: ${ids.join(', ')}`, found: state }
}

import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { figures, isFigureId } from '#domain/figures/figure-ids.ts'
import { figureStatesById } from '#domain/figures/figure-states.ts'
import type { FigureUse } from './lesson-body.ts'
import { isJsxElement, lineOf } from './mdx-nodes.ts'
import type { Problem } from './problem.ts'
import type { ContentPage } from './read-content-page.ts'

/**
 * Rejects an unknown figure, a state that the figure does not have, a mark without its figure, and a figure inside
 * another element.
 */
export function figureProblems({ file, body, tree }: Pick<ContentPage, 'file' | 'body' | 'tree'>): Problem[] {
  const figure = body.figures.find(({ kind }) => kind === 'figure')
  const problems = body.figures.flatMap((use) => {
    const problem = problemOf(use, figure)
    return problem ? [{ file, line: use.line, ...problem }] : []
  })
  return [...problems, ...nestedFigureProblems(file, tree)]
}

/** Only what is directly in a depth can be on the stage while the depth is closed (rehype-depth-parts.ts). */
function nestedFigureProblems(file: string, tree: Root): Problem[] {
  const problems: Problem[] = []
  visit(tree, (node, _index, parent) => {
    if (!isJsxElement(node) || node.name !== 'Figure' || !parent || parent.type === 'root') return
    const container = isJsxElement(parent) ? `<${parent.name}>` : parent.type
    if (container === '<For>') return
    const expected = '<Figure> directly in a depth, since it is beside the text even if that depth is closed'
    problems.push({ file, line: lineOf(node), expected, found: `in ${container}` })
  })
  return problems
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
  const ids = figureStatesById[id].map((each) => each.id)
  if (state === undefined || ids.includes(state)) return undefined
  return { expected: `a state of ${id}: ${ids.join(', ')}`, found: state }
}

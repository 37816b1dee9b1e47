import type { Nodes, Root } from 'hast'
import type { MdxJsxFlowElementHast } from 'mdast-util-mdx-jsx'
import { figures, isFigureId } from '#domain/figures/figure-ids.ts'
import { statesOfFigures } from '#domain/figures/figure-states.ts'
import { attribute } from './mdx-nodes.ts'
import { element, text } from './rehype-unbroken-options.ts'

/**
 * A rehype plugin: gives each `<FigureState id="…" state="…" />` the label and description of its state, so that they
 * are part of the page’s text, and a number. `inPlace` is set in a depth other than the figure’s, which may be closed,
 * so that there is no figure on the stage.
 */
export function rehypeFigureMarks(tree: Root): void {
  const uses = usesOfFigures(tree)
  const figure = uses.find(({ node }) => node.name === 'Figure')
  const marks = uses.filter(({ node }) => node.name === 'FigureState')
  for (const [index, { node, depth }] of marks.entries()) {
    describeMark(node, index + 1, depth !== figure?.depth)
  }
}

type FigureElement = { node: MdxJsxFlowElementHast; depth: string | undefined }

function usesOfFigures(node: Nodes, depth?: string): FigureElement[] {
  if (!('children' in node)) return []
  const isComponent = node.type === 'mdxJsxFlowElement'
  if (isComponent && (node.name === 'Figure' || node.name === 'FigureState')) return [{ node, depth }]
  const inner = isComponent && node.name === 'For' ? attribute(node, 'role') : depth
  return node.children.flatMap((child) => usesOfFigures(child, inner))
}

function describeMark(node: MdxJsxFlowElementHast, number: number, isInPlace: boolean): void {
  const id = attribute(node, 'id') ?? ''
  if (!isFigureId(id)) return
  const state = statesOfFigures[id].find((each) => each.id === attribute(node, 'state'))
  // The build has rejected it; in development, the page shows the mark without text.
  if (!state) return
  const set = (name: string, value: string) => node.attributes.push({ type: 'mdxJsxAttribute', name, value })
  set('label', `Plate ${figures[id].plate}: ${state.label}`)
  set('number', String(number))
  if (isInPlace) set('inPlace', '')
  node.children = [element('p', ...inlineElements(state.description))]
}

/** Turns backticks into code elements. */
function inlineElements(sentence: string) {
  return sentence
    .split(/`([^`]+)`/)
    .map((piece, index) => (index % 2 === 1 ? element('code', text(piece)) : text(piece)))
}

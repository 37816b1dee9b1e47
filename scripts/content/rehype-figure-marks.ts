import type { Root } from 'hast'
import type { MdxJsxFlowElementHast } from 'mdast-util-mdx-jsx'
import { visit } from 'unist-util-visit'
import { figures, isFigureId } from '#domain/figures/figure-ids.ts'
import { figureStatesById } from '#domain/figures/figure-states.ts'
import { attribute } from './mdx-nodes.ts'
import { element, text } from './rehype-unbroken-options.ts'

/**
 * A rehype plugin: gives each `<FigureState id="…" state="…" />` the label and description of its state, so that they
 * are part of the page’s text, and a number.
 */
export function rehypeFigureMarks(tree: Root): void {
  let count = 0
  visit(tree, 'mdxJsxFlowElement', (node) => {
    if (node.name !== 'FigureState') return
    count += 1
    describeMark(node, count)
  })
}

function describeMark(node: MdxJsxFlowElementHast, number: number): void {
  const id = attribute(node, 'id') ?? ''
  if (!isFigureId(id)) return
  const state = figureStatesById[id].find((each) => each.id === attribute(node, 'state'))
  // The build has rejected it; in development, the page shows the mark without text.
  if (!state) return
  const set = (name: string, value: string) => node.attributes.push({ type: 'mdxJsxAttribute', name, value })
  set('label', `Plate ${figures[id].plate}: ${state.label}`)
  set('number', String(number))
  node.children = [element('p', ...inlineElements(state.description))]
}

/** Turns backticks into code elements. */
function inlineElements(sentence: string) {
  return sentence
    .split(/`([^`]+)`/)
    .map((piece, index) => (index % 2 === 1 ? element('code', text(piece)) : text(piece)))
}

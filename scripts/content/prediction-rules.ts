import type { List, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import { isJsxElement, type JsxElement, lineOf } from './mdx-nodes.ts'
import type { Problem } from './problem.ts'

/**
 * `<Predict>` must have an answer that is recorded or a state of a figure, so that readers can trust it; a first list
 * may offer predictions, and an explanation follows.
 */
export function predictionProblems(file: string, node: JsxElement): Problem[] {
  const problems: Problem[] = []
  const report = (expected: string, found: string, line = lineOf(node)) =>
    problems.push({ file, line, expected, found })
  const children = node.children as RootContent[] // an element of its own line holds blocks
  const list = children.find((child): child is List => child.type === 'list')
  const count = list?.children.length
  if (list && list !== children[0]) {
    report('the predictions of <Predict> first, then its answer', 'a list further down', lineOf(list))
  } else if (count !== undefined && (count < 2 || count > 4)) {
    report('two to four predictions, or none', String(count), lineOf(list ?? node))
  }
  const isAnswer = (child: RootContent) => isJsxElement(child) && answers.includes(child.name ?? '')
  const answer = children.findIndex(isAnswer)
  if (answer === -1) {
    report('the answer of <Predict> as <Terminal id="…" /> or <FigureState id="…" state="…" />', 'neither')
  } else if (!children.slice(answer + 1).some(({ type }) => type === 'paragraph')) {
    report('a sentence after the answer of <Predict> that says why', 'none')
  }
  visit(node, 'code', (fence) => {
    report('only recorded output in <Predict>', 'a code block', lineOf(fence))
  })
  return problems
}

const answers = ['Terminal', 'FigureState']

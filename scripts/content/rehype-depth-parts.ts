import type { Element, ElementContent, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { element } from './rehype-unbroken-options.ts'

/**
 * A rehype plugin: divides each depth into the text before its figure, the figure, and the text after it. The texts can
 * then be hidden while the figure is shown on the stage (styles/depth.css, styles/stage.css).
 */
export function rehypeDepthParts(tree: Root): void {
  visit(tree, 'mdxJsxFlowElement', (node) => {
    if (node.name !== 'For') return
    const children = node.children as ElementContent[] // a rehype tree has no Markdown nodes
    const index = children.findIndex((child) => child.type === 'mdxJsxFlowElement' && child.name === 'Figure')
    const parts =
      index < 0
        ? [part('stack-spacing', children)]
        : [
            part('stack-spacing', children.slice(0, index)),
            part('figure-place', children.slice(index, index + 1)),
            part('stack-spacing', children.slice(index + 1)),
          ]
    node.children = parts.filter(hasContent)
  })
}

function part(className: string, children: ElementContent[]): Element {
  const wrapper = element('div', ...children)
  wrapper.properties = { className: [className] }
  return wrapper
}

function hasContent({ children }: Element): boolean {
  return children.some((child) => child.type !== 'text' || child.value.trim() !== '')
}

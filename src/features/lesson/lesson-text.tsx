import type { MDXComponents } from 'mdx/types'
import { use } from 'react'
import { type ContentRef, loadBody } from '#content/body.ts'

/**
 * The compiled text of a lesson. It suspends until its chunk is there: prerendering waits for it, and
 * hydration keeps the HTML that is already on screen.
 */
export function LessonText({ content, components }: { content: ContentRef; components: MDXComponents }) {
  const Text = use(loadBody(content))
  return <Text components={components} />
}

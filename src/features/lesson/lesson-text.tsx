import type { MDXComponents, MDXContent } from 'mdx/types'
import { use } from 'react'
import { type ContentRef, loadBody, once } from '#content/body.ts'
import { patiently, useTrouble } from '#store/arrivals.ts'
import { NotArrived } from '#ui/not-arrived.tsx'

/**
 * The compiled text of a lesson. It suspends until its chunk is there: prerendering waits for it, and
 * hydration keeps the HTML that is already on screen.
 */
export function LessonText({ content, components }: { content: ContentRef; components: MDXComponents }) {
  const Text = use(once(waitedFor, content.id, () => textOf(content)))
  return <Text components={components} />
}

/** Says so when the code of the text does not come. The text itself is in the page and stays. */
export function TextNotArrived({ content }: { content: ContentRef }) {
  const trouble = useTrouble(`text ${content.id}`)
  return <NotArrived what="The buttons and exercises of this text" trouble={trouble} className="mt-6" />
}

const waitedFor = new Map<string, Promise<MDXContent>>()

function textOf(content: ContentRef): Promise<MDXContent> {
  return patiently(`text ${content.id}`, () => loadBody(content), { address: content.body })
}

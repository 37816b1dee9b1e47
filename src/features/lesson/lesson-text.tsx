import type { MDXContent } from 'mdx/types'
import { use } from 'react'
import { type LessonChunks, loadBody, memoizePromise } from '#content/lesson-chunks.ts'
import { loadWithRetry, useLoadFailure } from '#store/load-with-retry.ts'
import { LoadFailureNotice } from '#ui/load-failure-notice.tsx'
import { mdxComponents } from './mdx-components.tsx'

/**
 * The compiled text of a lesson. It suspends until its chunk has loaded: prerendering waits for it, and hydration
 * keeps the HTML that is already on screen.
 */
export function LessonText({ content }: { content: LessonChunks }) {
  const Text = use(memoizePromise(bodyPromises, content.id, () => loadBodyWithRetry(content)))
  return <Text components={mdxComponents} />
}

/**
 * Stands in for the text while React renders it anew, because a translator changed the page before React took it over:
 * the HTML that the page came with, which React has not removed yet.
 */
export function TextOfHtml({ address }: { address: string }) {
  const [html] = useState(() => textHtml(address))
  // biome-ignore lint/security/noDangerouslySetInnerHtml: it is the page's own HTML.
  return html && <div dangerouslySetInnerHTML={{ __html: html }} />
}

/** Shown when the text's code fails to load. The text itself is in the page and stays. */
export function TextLoadFailure({ content }: { content: LessonChunks }) {
  const loadFailure = useLoadFailure(`text ${content.id}`)
  return (
    <LoadFailureNotice
      partName="The buttons and exercises in this text"
      loadFailure={loadFailure}
      className="mt-6"
    />
  )
}

const bodyPromises = new Map<string, Promise<MDXContent>>()

function loadBodyWithRetry(content: LessonChunks): Promise<MDXContent> {
  return loadWithRetry(`text ${content.id}`, () => loadBody(content), { address: content.body })
}

import type { MDXContent } from 'mdx/types'
import { use, useState } from 'react'
import { type LessonChunks, loadBody, memoizePromise } from '#content/lesson-chunks.ts'
import { loadWithRetry, useLoadFailure } from '#store/load-with-retry.ts'
import { LoadFailureNotice } from '#ui/load-failure-notice.tsx'
import { mdxComponents } from './mdx-components.tsx'

/**
 * The compiled text of a lesson. It suspends until its chunk has loaded: prerendering waits for it, and hydration
 * keeps the HTML that is already on screen.
 */
export function LessonText({ chunks }: { chunks: LessonChunks }) {
  const Text = use(memoizePromise(bodyPromises, chunks.id, () => loadBodyWithRetry(chunks)))
  return <Text components={mdxComponents} />
}

/**
 * Shown instead of the text while React renders the page from scratch, which happens if a page translator changed the
 * page before hydration. It reuses the prerendered HTML, which is still in the document at that moment.
 */
export function TextFromHtml({ chunks }: { chunks: LessonChunks }) {
  const [html] = useState(() => pageHtmlOf(chunks.id))
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the page's own HTML.
  return html && <div className="stack-spacing" dangerouslySetInnerHTML={{ __html: html }} />
}

/** The HTML between the comments that mark React’s Suspense boundary around the text; empty if there are none. */
function pageHtmlOf(id: string): string {
  if (import.meta.env.SSR) return ''
  let depth = 0
  let html = ''
  for (const node of document.querySelector(`[data-text="${id}"]`)?.childNodes ?? []) {
    if (node instanceof Element && depth > 0) html += node.outerHTML
    if (!(node instanceof Comment)) continue
    if (node.data.startsWith('$')) depth += 1
    if (node.data === '/$') depth -= 1
    if (depth === 0) break
  }
  return html
}

/** Shown when the text's code fails to load. The text itself is in the page and stays. */
export function TextLoadFailure({ chunks }: { chunks: LessonChunks }) {
  const loadFailure = useLoadFailure(`text ${chunks.id}`)
  return (
    <LoadFailureNotice
      partName="The buttons and exercises in this text"
      loadFailure={loadFailure}
      className="mt-6"
    />
  )
}

const bodyPromises = new Map<string, Promise<MDXContent>>()

function loadBodyWithRetry(chunks: LessonChunks): Promise<MDXContent> {
  return loadWithRetry(`text ${chunks.id}`, () => loadBody(chunks), { address: chunks.body })
}

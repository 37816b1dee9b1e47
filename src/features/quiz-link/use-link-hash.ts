import { useState } from 'react'
import { useLocation } from 'react-router'
import { findQuizLink } from '#domain/quiz-link/find-quiz-link.ts'
import { useIsHydrated } from '#ui/use-is-hydrated.ts'

/** The `id` of a part of the page, such as the one that "Skip to the text" leads to. No code looks like it. */
const pageAnchors = /^#[a-z][a-z-]*$/

/**
 * What the address holds of a link, after `#` or where a program moved it to; undefined on the server and at
 * hydration, whose page has no address yet. A link to a part of the page changes the address too: a link once
 * seen stays.
 */
export function useQuizLinkFragment(): string | undefined {
  const { hash, search } = useLocation()
  const isHydrated = useIsHydrated()
  const [seen, setSeen] = useState('')
  const isLink = hash !== '' && !pageAnchors.test(hash)
  if (isLink && hash !== seen) setSeen(hash)
  if (!isHydrated) return undefined
  if (isLink) return hash
  if (hash !== '') return seen
  return search !== '' && findQuizLink(search).kind === 'ok' ? search : ''
}

import { useState } from 'react'
import { useLocation } from 'react-router'
import { findQuizLink } from '#domain/quiz-link/find-quiz-link.ts'
import { useIsHydrated } from '#ui/use-is-hydrated.ts'

/** The `id` of an element of the page, such as the target of "Skip to content". No code looks like it. */
const pageAnchors = /^#[a-z][a-z-]*$/

/**
 * The quiz link in the address, after `#` or where a program moved it to; undefined on the server and during
 * hydration, when the address is not known yet. An anchor within the page changes the fragment too, so the last quiz
 * link is remembered.
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

import { useState } from 'react'
import { useLocation } from 'react-router'
import { findQuizLink } from '#domain/quiz-link/find-quiz-link.ts'
import { useIsHydrated } from '#ui/use-is-hydrated.ts'

/** The id of an element of the page, such as the target of "Skip to content". No quiz link code has this form. */
const pageAnchors = /^#[a-z][a-z-]*$/

/**
 * The quiz link in the address, after `#` or wherever a program moved it; undefined on the server and during hydration,
 * when the address is not known. A link to an anchor in the page changes the fragment too, so the last quiz link is
 * remembered.
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

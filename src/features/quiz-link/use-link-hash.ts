import { useState } from 'react'
import { useLocation } from 'react-router'
import { useIsHydrated } from '#ui/hydrated.ts'

/**
 * What stands after `#`, if it is the start of a code; undefined on the server and at hydration, whose
 * page has no address yet. "Skip to the text" changes the hash too: a code once seen stays.
 */
export function useLinkHash(): string | undefined {
  const { hash } = useLocation()
  const isHydrated = useIsHydrated()
  const [code, setCode] = useState('')
  const isCode = /^#[1-9]/.test(hash)
  if (isCode && hash !== code) setCode(hash)
  if (!isHydrated) return undefined
  return isCode ? hash : hash === '' ? '' : code
}

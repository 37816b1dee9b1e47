import { useState, useSyncExternalStore } from 'react'
import { useLocation } from 'react-router'

/**
 * What stands after `#`, if it is the start of a code; undefined on the server and at hydration, whose
 * page has no address yet. "Skip to the text" changes the hash too: a code once seen stays.
 */
export function useLinkHash(): string | undefined {
  const { hash } = useLocation()
  const isInBrowser = useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  )
  const [code, setCode] = useState('')
  const isCode = /^#[1-9]/.test(hash)
  if (isCode && hash !== code) setCode(hash)
  if (!isInBrowser) return undefined
  return isCode ? hash : hash === '' ? '' : code
}

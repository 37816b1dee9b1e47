import { type RefObject, useEffect, useRef } from 'react'

/**
 * Focuses the element once, when it appears because the learner continued; not after a page load, where a reader
 * starts at the top.
 */
export function useFocusOnMount<E extends HTMLElement>(isEnabled: boolean): RefObject<E | null> {
  const element = useRef<E>(null)
  const wanted = useRef(isEnabled)
  useEffect(() => {
    if (wanted.current) element.current?.focus()
  }, [])
  return element
}

import { type RefObject, useEffect, useRef } from 'react'

/**
 * Takes the focus once, when the element appears because the learner went on; not when the page was only
 * loaded, where a reader starts at the top.
 */
export function useFocusOnMount<E extends HTMLElement>(isEnabled: boolean): RefObject<E | null> {
  const element = useRef<E>(null)
  const wanted = useRef(isEnabled)
  useEffect(() => {
    if (wanted.current) element.current?.focus()
  }, [])
  return element
}

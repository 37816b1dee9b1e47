import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'
import { useLocation } from 'react-router'

/**
 * Calls `open` when the address points at something inside the element, then brings it into view:
 * a link from search, a quiz or the table of contents may lead into a closed depth or note.
 */
export function useOpenedByAnchor(element: RefObject<HTMLElement | null>, open: () => void): void {
  const { hash, key } = useLocation()
  const [found, setFound] = useState<{ target: Element }>()
  // The key makes a second click on the same link open it again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: open is new on every render, the visit decides
  useEffect(() => {
    const target = document.getElementById(anchorOf(hash))
    if (!target || !element.current?.contains(target)) return
    open()
    setFound({ target })
  }, [hash, key])
  // Set together with what `open` sets, so that it is scrolled to once it is there, not a frame too early.
  useLayoutEffect(() => found?.target.scrollIntoView(), [found])
}

/** A stranger can put anything behind the #; what is no valid text names nothing on the page. */
function anchorOf(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1))
  } catch {
    return ''
  }
}

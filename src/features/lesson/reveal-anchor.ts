import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'
import { useLocation } from 'react-router'
import { focusOn, placeAt } from '#ui/focus-on.ts'

/** Heard by what can be closed when a place inside it is asked for. */
const revealed = 'revealed'

/**
 * Brings the place that the address points at into view: a link from search, a quiz or the table of contents may
 * lead into a closed depth or note, which is opened before. A component of its own that shows nothing, since it
 * renders at every step of a navigation.
 */
export function RevealAnchor(): null {
  const { hash, key } = useLocation()
  const [found, setFound] = useState<{ target: HTMLElement }>()
  // The key makes a second click on the same link open it again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the visit decides
  useEffect(() => {
    const target = placeAt(hash)
    if (!target?.closest('main')) return
    for (let note = findClosedNote(target); note; note = findClosedNote(target)) note.open = true
    target.dispatchEvent(new Event(revealed, { bubbles: true }))
    setFound({ target })
  }, [hash, key])
  // Set together with what the listeners set, so that it is scrolled to once it is there, not a frame too early.
  useLayoutEffect(() => {
    if (!found) return
    found.target.scrollIntoView()
    focusOn(found.target)
  }, [found])
  return null
}

/** Calls `open` when a place inside the element is asked for. */
export function useRevealOnNavigation(element: RefObject<HTMLElement | null>, open: () => void): void {
  useEffect(() => {
    const at = element.current
    at?.addEventListener(revealed, open)
    return () => at?.removeEventListener(revealed, open)
  })
}

function findClosedNote(target: Element): HTMLDetailsElement | null {
  return target.closest<HTMLDetailsElement>('details:not([open])')
}

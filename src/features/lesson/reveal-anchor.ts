import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'
import { useLocation } from 'react-router'
import { elementForHash, focusOn } from '#ui/focus-on.ts'
import { reveal, revealEvent } from '#ui/reveal.ts'

/**
 * Scrolls to the target of the address’s fragment. A link from search, a quiz or the table of contents may target a
 * closed depth or note, which is opened first. It is a component that renders nothing, so that a navigation rerenders
 * only this and not the lesson.
 */
export function RevealAnchor(): null {
  const { hash, key } = useLocation()
  const [found, setFound] = useState<{ target: HTMLElement }>()
  // The key makes a second click on the same link open it again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the visit decides
  useEffect(() => {
    const target = elementForHash(hash)
    if (!target?.closest('main')) return
    for (let note = findClosedNote(target); note; note = findClosedNote(target)) note.open = true
    reveal(target)
    setFound({ target })
  }, [hash, key])
  // Set in the same batch as the listeners' state, so that scrolling happens once the target is visible, not a frame
  // too early.
  useLayoutEffect(() => {
    if (!found) return
    found.target.scrollIntoView()
    focusOn(found.target)
  }, [found])
  return null
}

/** Calls `open` when a link targets something inside the element. */
export function useRevealOnNavigation(element: RefObject<HTMLElement | null>, open: () => void): void {
  useEffect(() => {
    const target = element.current
    target?.addEventListener(revealEvent, open)
    return () => target?.removeEventListener(revealEvent, open)
  })
}

function findClosedNote(target: Element): HTMLDetailsElement | null {
  return target.closest<HTMLDetailsElement>('details:not([open])')
}

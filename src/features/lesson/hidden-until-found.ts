import { type RefObject, useEffect, useEffectEvent } from 'react'
import { flushSync } from 'react-dom'

/**
 * Lets find-in-page search closed content. `open` is called before the browser shows a match. Set by script rather
 * than in the prerendered page, because a browser that does not know the value would hide the text for good. It is set
 * on each part (scripts/content/rehype-depth-parts.ts), because the figure may be on the stage while the text is closed;
 * a match in a figure on the stage opens nothing, because it is already visible.
 */
export function useHiddenUntilFound(
  element: RefObject<HTMLElement | null>,
  isOpen: boolean,
  open: () => void,
): void {
  // Synchronously, because the browser scrolls to the match right after the event.
  const openBeforePaint = useEffectEvent(({ target }: Event) => {
    if (getComputedStyle(target as Element).display !== 'contents') flushSync(open) // the event is dispatched to an element
  })
  useEffect(() => {
    const closed = element.current
    if (!closed || isOpen || !('onbeforematch' in closed)) return
    const parts = [...closed.children]
    for (const part of parts) part.setAttribute('hidden', 'until-found')
    const onMatch = (event: Event) => openBeforePaint(event)
    closed.addEventListener('beforematch', onMatch)
    return () => {
      for (const part of parts) part.removeAttribute('hidden')
      closed.removeEventListener('beforematch', onMatch)
    }
  }, [element, isOpen])
}

import { type RefObject, useEffect, useEffectEvent } from 'react'
import { flushSync } from 'react-dom'

/**
 * Lets find-in-page search closed content. `open` is called before the browser shows a match. Set by script rather
 * than in the prerendered page, because a browser that does not know the value would hide the text for good.
 */
export function useHiddenUntilFound(
  element: RefObject<HTMLElement | null>,
  isOpen: boolean,
  open: () => void,
): void {
  // Synchronously, because the browser scrolls to the match right after the event.
  const openBeforePaint = useEffectEvent(() => flushSync(open))
  useEffect(() => {
    const closed = element.current
    if (!closed || isOpen || !('onbeforematch' in closed)) return
    closed.setAttribute('hidden', 'until-found')
    const onMatch = () => openBeforePaint()
    closed.addEventListener('beforematch', onMatch)
    return () => {
      closed.removeAttribute('hidden')
      closed.removeEventListener('beforematch', onMatch)
    }
  }, [element, isOpen])
}

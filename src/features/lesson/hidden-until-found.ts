import { type RefObject, useEffect, useEffectEvent } from 'react'
import { flushSync } from 'react-dom'

/**
 * Lets a browser's find-in-page look into what is closed. `open` is called before it shows what it found there. Set by
 * script and not in the page as it is built: a browser that does not know the value would hide the text for good.
 */
export function useHiddenUntilFound(
  element: RefObject<HTMLElement | null>,
  isOpen: boolean,
  open: () => void,
): void {
  // At once, since the browser scrolls to the place right after the event.
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

import { type RefObject, useEffect } from 'react'

/**
 * Lays out what follows the depths, which styles/lesson.css leaves for later, while nobody waits for it: a part at a
 * time, so that each is short. A reader who jumps to the end then finds everything in its place. A component of its
 * own that shows nothing, since it waits for the lesson's text.
 */
export function IdleLayout({ body }: { body: RefObject<HTMLElement | null> }): null {
  useEffect(() => {
    if (import.meta.env.LEFT_OUT === 'idle-layout' || !('requestIdleCallback' in window)) return
    const parts = [...(body.current?.children ?? [])]
    let idleCallbackId = requestIdleCallback(layOutNextPart)
    function layOutNextPart() {
      const part = parts.shift()
      if (!(part instanceof HTMLElement)) return
      part.dataset.layoutDone = ''
      idleCallbackId = requestIdleCallback(layOutNextPart)
    }
    return () => cancelIdleCallback(idleCallbackId)
  }, [body])
  return null
}

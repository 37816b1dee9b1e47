import { type RefObject, useEffect } from 'react'

/**
 * Lays out off-screen content, which styles/lesson.css defers, while the browser is idle: one part at a time, so that
 * each step is short. A reader who jumps to the end then finds everything at its final position. This is a component
 * that renders nothing, so that it can suspend until the lesson’s text has loaded.
 */
export function IdleLayout({ body }: { body: RefObject<HTMLElement | null> }): null {
  useEffect(() => {
    if (import.meta.env.OMITTED_OPTIMIZATION === 'idle-layout' || !('requestIdleCallback' in window)) return
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

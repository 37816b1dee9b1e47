import { type RefObject, useEffect } from 'react'
import { replayEventsIn } from '#ui/replay-early-events.ts'

/** Does what was pressed in a text before its code came. It shows nothing and waits for the text, as RestLaidOut does. */
export function ReplayDeferredEvents({ body }: { body: RefObject<HTMLElement | null> }): null {
  useEffect(() => {
    if (body.current) void replayEventsIn(body.current)
  }, [body])
  return null
}

import { type RefObject, useEffect } from 'react'
import { replayEventsIn } from '#ui/replay-early-events.ts'

/**
 * Replays deferred events in a text once its code has loaded. Renders nothing, so that it can suspend until the text
 * has loaded, as IdleLayout does.
 */
export function ReplayDeferredEvents({ body }: { body: RefObject<HTMLElement | null> }): null {
  useEffect(() => {
    if (body.current) void replayEventsIn(body.current)
  }, [body])
  return null
}

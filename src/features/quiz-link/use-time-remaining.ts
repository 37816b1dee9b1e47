import { useEffect, useEffectEvent, useState } from 'react'
import { now } from '#platform/clock.ts'

/**
 * Milliseconds until a deadline, read from the clock every second, so that the value is right after the tab was
 * suspended; undefined without a deadline. Calls `onTimeUp` when the time is up, and `onSetBack` if the clock is set
 * back to before the start.
 */
export function useTimeRemaining(
  startedAt: number,
  deadline: number | undefined,
  { onTimeUp, onSetBack }: { onTimeUp: () => void; onSetBack: () => void },
): number | undefined {
  const [time, setTime] = useState(now)
  const onTimeUpEvent = useEffectEvent(onTimeUp)
  const onSetBackEvent = useEffectEvent(onSetBack)
  useEffect(() => {
    if (deadline === undefined) return
    const tick = () => {
      const current = now()
      setTime(current)
      if (current < startedAt) onSetBackEvent()
      if (current >= deadline) {
        clearInterval(timer)
        onTimeUpEvent()
      }
    }
    const timer = setInterval(tick, 1000)
    tick()
    return () => clearInterval(timer)
  }, [startedAt, deadline])
  if (deadline === undefined) return undefined
  // The stored clock reading may be older than a new start, which would add to the time.
  return Math.max(0, deadline - Math.max(time, startedAt))
}

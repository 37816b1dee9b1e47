import { useEffect, useEffectEvent, useState } from 'react'
import { now } from '#platform/clock.ts'

/**
 * Milliseconds until a deadline, read from the clock each second, so that a tab that slept is right when it
 * wakes. Calls `onTimeUp` once the time is up, and `onSetBack` where the clock shows a time before the start; undefined
 * without a deadline.
 */
export function useTimeRemaining(
  startedAt: number,
  deadline: number | undefined,
  { onTimeUp, onSetBack }: { onTimeUp: () => void; onSetBack: () => void },
): number | undefined {
  const [time, setTime] = useState(now)
  const onTimeUpRef = useEffectEvent(onTimeUp)
  const setBack = useEffectEvent(onSetBack)
  useEffect(() => {
    if (deadline === undefined) return
    const tick = () => {
      const current = now()
      setTime(current)
      if (current < startedAt) setBack()
      if (current >= deadline) {
        clearInterval(timer)
        onTimeUpRef()
      }
    }
    const timer = setInterval(tick, 1000)
    tick()
    return () => clearInterval(timer)
  }, [startedAt, deadline])
  if (deadline === undefined) return undefined
  // The last look at the clock may be older than a start that was set anew, and would add to the time.
  return Math.max(0, deadline - Math.max(time, startedAt))
}
